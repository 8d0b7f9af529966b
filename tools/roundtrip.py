"""Write annotated conversations as VTT, SRT, TXT, CSV and Teams-like text, read them again, and compare the turns.

python tools/roundtrip.py FOLDER

FOLDER holds JSON files with "people" and "turns" (see augenhoehe.listen.formats.json). Prints for each form how many
turns came back the same (speaker and text up to white space), the language, and how many proposed roles agree with the
stated ones. Exits 1 where turns differ.
"""

from __future__ import annotations

import csv
import io
import json
import sys
import time
from pathlib import Path
from typing import Any

from augenhoehe.listen.reading import read_conversation
from augenhoehe.speech.conversation import Role

Turns = list[dict[str, Any]]


def clock(seconds: float, point: str = ".") -> str:
    """00:01:02.345"""
    thousandths = round(seconds * 1000)
    return f"{thousandths // 3_600_000:02}:{thousandths // 60_000 % 60:02}:{thousandths // 1000 % 60:02}{point}" + (
        f"{thousandths % 1000:03}"
    )


def timed(turns: Turns) -> Turns:
    """With artificial times where there are none."""
    return [
        {**turn, "start": 5.0 * number if turn["start"] is None else turn["start"], "end": 5.0 * number + 5.0}
        if turn["end"] is None
        else turn
        for number, turn in enumerate(turns)
    ]


def flat(text: str) -> str:
    """In one line."""
    return " ".join(text.split())


def vtt(turns: Turns, whole: bool = False) -> str:
    cues = [
        f"{clock(turn['start'])} --> {clock(turn['end'])}\n<v {turn['speaker']}>"
        f"{turn['text'] if whole else flat(turn['text'])}</v>\n"
        for turn in timed(turns)
    ]
    return "WEBVTT\n\n" + "\n".join(cues)


def cut_vtt(turns: Turns) -> str:
    """As Teams cuts: a few words a cue, one after the other."""
    cues = []
    for turn in timed(turns):
        words = turn["text"].split()
        pieces = [" ".join(words[start : start + 12]) for start in range(0, len(words), 12)]
        step = (turn["end"] - turn["start"]) / max(1, len(pieces))
        for number, piece in enumerate(pieces):
            start = turn["start"] + number * step
            cues.append(f"{clock(start)} --> {clock(start + step)}\n<v {turn['speaker']}>{piece}</v>\n")
    return "WEBVTT\n\n" + "\n".join(cues)


def zoom(turns: Turns) -> str:
    cues = [
        f"{number}\n{clock(turn['start'])} --> {clock(turn['end'])}\n{turn['speaker']}: {flat(turn['text'])}\n"
        for number, turn in enumerate(timed(turns), start=1)
    ]
    return "WEBVTT\n\n" + "\n".join(cues)


def srt(turns: Turns) -> str:
    return "\n".join(
        f"{number}\n{clock(turn['start'], ',')} --> {clock(turn['end'], ',')}\n"
        f"{turn['speaker']}: {flat(turn['text'])}\n"
        for number, turn in enumerate(timed(turns), start=1)
    )


def txt(turns: Turns) -> str:
    return "\n".join(f"{turn['speaker']}: {flat(turn['text'])}" for turn in turns)


def txt_whole(turns: Turns) -> str:
    return "\n\n".join(f"{turn['speaker']}: {turn['text']}" for turn in turns)


def txt_timed(turns: Turns) -> str:
    return "\n".join(f"[{clock(turn['start'])[:8]}] {turn['speaker']}: {flat(turn['text'])}" for turn in timed(turns))


def teams(turns: Turns) -> str:
    return "\n\n".join(f"{turn['speaker']}   {clock(turn['start'])[3:8]}\n{turn['text']}" for turn in timed(turns))


def table(turns: Turns) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";")
    writer.writerow(["Sprecher", "Text", "Start", "Ende"])
    for turn in turns:
        writer.writerow([turn["speaker"], turn["text"], turn["start"], turn["end"]])
    return buffer.getvalue()


FORMS = {
    "vtt": (vtt, "talk.vtt"),
    "vtt_whole": (lambda turns: vtt(turns, whole=True), "talk.vtt"),
    "vtt_cut": (cut_vtt, "talk.vtt"),
    "zoom": (zoom, "talk.vtt"),
    "srt": (srt, "talk.srt"),
    "txt": (txt, "talk.txt"),
    "txt_whole": (txt_whole, "talk.txt"),
    "txt_timed": (txt_timed, "talk.txt"),
    "teams": (teams, "talk.txt"),
    "csv": (table, "talk.csv"),
}
CLOSE_NEIGHBOURS = ("vtt_cut", "txt_timed", "teams")
"""Forms that cannot keep two turns of one person apart: reported, not failed."""


def told(turns: Turns) -> list[tuple[str, str]]:
    return [(turn["speaker"], flat(turn["text"])) for turn in turns]


def main() -> int:
    failed = False
    roles = {"right": 0, "wrong": 0, "unknown": 0}
    for path in sorted(Path(sys.argv[1]).glob("*.json")):
        data = path.read_bytes()
        whole = json.loads(data)
        wanted = told(whole["turns"])
        itself = read_conversation(data, path.name).conversation
        same = [(turn.id, turn.speaker, turn.text, turn.role.value) for turn in itself.turns] == [
            (turn["id"], turn["speaker"], turn["text"], turn["role"]) for turn in whole["turns"]
        ]
        line = [f"json {'same' if same else 'DIFFERS'}"]
        failed |= not same
        for form, (write, name) in FORMS.items():
            written = write(whole["turns"]).encode()
            began = time.perf_counter()
            transcript = read_conversation(written, name)
            took = time.perf_counter() - began
            found = [(turn.speaker, flat(turn.text)) for turn in transcript.conversation.turns]
            if found == wanted:
                line.append(f"{form} same")
            else:
                line.append(f"{form} {len(found)}/{len(wanted)} turns")
                failed |= form not in CLOSE_NEIGHBOURS
            if transcript.conversation.language.value != whole["lang"]:
                line.append(f"language {transcript.conversation.language.value} for {whole['lang']}")
            if took > 0.1:
                line.append(f"{took:.2f} s")
            if form == "vtt":
                stated = {person["name"]: person["role"] for person in whole["people"]}
                for proposal in transcript.roles:
                    outcome = "right" if proposal.role.value == stated[proposal.name] else "wrong"
                    outcome = "unknown" if proposal.role is Role.UNKNOWN else outcome
                    roles[outcome] += 1
                    if outcome != "right":
                        line.append(f"{proposal.name} ({stated[proposal.name]}): {proposal.role.value}")
        print(path.name, " · ".join(line))
    print("roles proposed from words alone:", ", ".join(f"{count} {outcome}" for outcome, count in roles.items()))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
