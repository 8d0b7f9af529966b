"""Are we partners? The field of all customers, and give and take of one of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenhoehe.keep.ledger import Entry, EntryKind, balance
from augenhoehe.keep.patterns import patterns
from augenhoehe.keep.promises import Side
from augenhoehe.partner.facts import Fact
from augenhoehe.partner.intervals import Interval
from augenhoehe.partner.standing import YEAR, Period, Standing, movement, rolling_years, standing
from augenhoehe.partner.worth import worth
from augenhoehe.speech.money import Money
from augenhoehe.store import cases, customers, ledger, partners
from augenhoehe.store.errors import NotFoundError
from augenhoehe.web.access.requests import SignedInRequest
from augenhoehe.web.pages.partner.drawing import draw
from augenhoehe.web.pages.partner.forms import LineForm
from augenhoehe.web.pages.partner.giving import main_currency, rows
from augenhoehe.web.pages.partner.moving import draw as draw_movement

QUARTERS_SHOWN = 8
"""How far back the movement goes: two years, and the year before the first of them."""


@dataclass(frozen=True, slots=True)
class Range:
    """A gain as the table shows it: None where an end is open."""

    low: Money | None
    high: Money | None

    @property
    def exact(self) -> bool:
        """Whether both ends are the same."""
        return self.low is not None and self.low == self.high

    @property
    def unknown(self) -> bool:
        """Whether nothing is known."""
        return self.low is None and self.high is None


@dataclass(frozen=True, slots=True)
class Line:
    """One customer, as field and table show them."""

    id: str
    name: str
    standing: Standing
    ours: Range
    theirs: Range


@require_GET
def index(request: SignedInRequest) -> HttpResponse:
    """All customers in the field of the last twelve months."""
    period = _last_year(timezone.localdate())
    facts = partners.every_fact(request.account, Fact)
    currency = main_currency(fact for several in facts.values() for fact in several)
    lines = [
        _line(customer.id, customer.name, standing(facts.get(customer.id, ()), period, currency=currency))
        for customer in customers.list_customers(request.account)
    ]
    field = draw([(line.name, line.standing) for line in lines])
    return render(request, "partner/index.html", {"lines": lines, "field": field, "period": period})


@require_http_methods(["GET", "POST"])
def customer(request: SignedInRequest, customer: str) -> HttpResponse:
    """Give and take of one customer, the patterns in it, and whether both gain."""
    today = timezone.localdate()
    card = customers.customer(request.account, customer)
    data = request.POST if request.method == "POST" else None
    open_cases = [(line.id, line.title) for line in cases.list_cases(request.account, customer_id=customer)]
    form = LineForm(data, account=request.account, today=today, entry_id=ledger.fresh_id(), cases=open_cases)
    if request.method == "POST" and form.is_valid():
        _keep(request, customer, form)
        return HttpResponseRedirect(reverse("partner:customer", args=[customer]))
    held = partners.facts(request.account, Fact, customer)
    entries = ledger.of_customer(request.account, customer).entries
    facts = [fact for _, fact in held]
    period, currency = _last_year(today), main_currency(facts)
    steps = [
        _line(card.id, card.name, one)
        for one in movement(facts, rolling_years(today, QUARTERS_SHOWN), currency=currency)
    ]
    line = steps[-1]
    moved = draw_movement([step.standing for step in steps])
    context = {
        "customer": card,
        "form": form,
        "rows": rows(held, entries),
        "patterns": patterns(entries),
        "balances": [balance(entries, side) for side in Side],
        "line": line,
        "field": draw([(card.name, line.standing)]),
        "movement": moved,
        "steps": steps[-len(moved.standings) :] if moved else [],
        "worth": worth(facts, period, currency=currency),
        "period": period,
    }
    return render(request, "partner/customer.html", context, status=422 if form.errors else 200)


def _keep(request: SignedInRequest, customer: str, form: LineForm) -> None:
    """Keep what the line says: a fact with the customer, an entry in the ledger of the case that was named."""
    day: date | None = form.cleaned_data["day"]
    made = form.made
    if isinstance(made, Fact):
        made = replace(made, on=made.on or day)
        partners.add_fact(request.account, customer, made.kind, made, on=made.on)
    elif isinstance(made, Entry):
        ledger.append(request.account, form.cleaned_data["case"], replace(made, on=made.on or day))


@require_POST
def remove_fact(request: SignedInRequest, customer: str, fact: str) -> HttpResponse:
    """Take a fact away."""
    partners.remove_fact(request.account, fact)
    return HttpResponseRedirect(reverse("partner:customer", args=[customer]))


@require_POST
def take_back(request: SignedInRequest, customer: str, entry: str) -> HttpResponse:
    """Correct an entry of the ledger: it never happened. Both stay to be seen."""
    every = [
        line
        for closed in (False, True)
        for line in cases.list_cases(request.account, customer_id=customer, closed=closed)
    ]
    for case in every:
        known = {one.id: one for one in ledger.of_case(request.account, case.id).entries}
        if entry in known:
            correction = Entry(
                ledger.fresh_id(), EntryKind.CORRECTION, timezone.localdate(), known[entry].side, corrects=entry
            )
            ledger.append(request.account, case.id, correction)
            return HttpResponseRedirect(reverse("partner:customer", args=[customer]))
    raise NotFoundError


def _last_year(today: date) -> Period:
    return Period(today - YEAR + timedelta(1), today)


def _line(customer_id: str, name: str, one: Standing) -> Line:
    return Line(customer_id, name, one, _range(one.ours, one.currency), _range(one.theirs, one.currency))


def _range(interval: Interval, currency: str) -> Range:
    low, high = (None if end is None else Money(end, currency) for end in (interval.low, interval.high))
    return Range(low, high)
