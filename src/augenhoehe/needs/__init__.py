"""Tell wants from needs: wishes, needs, limits, criteria, each with its words, and what was not asked."""
