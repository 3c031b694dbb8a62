"""How many printing slips are found: errors planted in claims that hold, and what proofreading makes of them."""

from extractor.evaluation.mutation.plant import Planted, plant
from extractor.evaluation.mutation.run import Mutation, mutate
from extractor.evaluation.mutation.table import as_json, lines
from extractor.evaluation.mutation.tally import Detection, Tallies

__all__ = ["Detection", "Mutation", "Planted", "Tallies", "as_json", "lines", "mutate", "plant"]
