"""The closed words: one list for the schema, the checker, the engines and the screen."""

from __future__ import annotations

from typing import Literal

Kind = Literal["drug", "biologic", "cell-therapy", "device", "procedure", "supplement", "cosmetic", "programme"]

Stage = Literal["preclinical", "phase-1", "phase-2", "phase-3", "filed", "marketed", "discontinued"]

Action = Literal[
    "granted", "extended", "refused", "withdrawn", "suspended", "lapsed", "filed", "accepted",
    "permitted-trial", "stated-unapproved", "warned", "recommended", "not-recommended",
]  # fmt: skip

Pathway = Literal[
    "marketing-authorisation", "conditional-authorisation", "510k", "de-novo", "pma", "ce-mark", "otc-monograph", "otc-switch",
    "trial-permission", "cosmetic-notification", "reimbursement", "court-ruling", "safety-alert", "label-change", "advertising-ruling",
]  # fmt: skip

Supply = Literal["prescription", "otc", "clinic"]

Status = Literal[
    "approved", "conditional", "cleared", "ce-marked", "in-review", "investigational",
    "refused", "suspended", "withdrawn", "not-approved", "unknown",
]  # fmt: skip

StatementKind = Literal[
    "mechanism", "efficacy", "safety", "label", "guideline", "availability", "cost", "dosing", "onset", "stopping", "history",
]  # fmt: skip

MilestoneKind = Literal["research", "trial", "result", "publication", "regulatory", "safety", "legal", "market", "company", "discontinuation"]

Certainty = Literal["high", "moderate", "low", "very-low", "no-controlled-evidence"]

Direction = Literal["benefit", "no-benefit", "harm", "mixed", "unknown"]

PregnancyAdvice = Literal["contraindicated", "avoid", "caution", "no-data", "no-known-harm"]

SourceKind = Literal["regulator", "registry", "journal", "guideline", "company", "news", "reference"]

Seen = Literal["full", "abstract", "excerpt"]

Phase = Literal["preclinical", "1", "1/2", "2", "2/3", "3", "4", "n/a"]

TrialStatus = Literal[
    "not-yet-recruiting", "recruiting", "active-not-recruiting", "enrolling-by-invitation",
    "completed", "terminated", "suspended", "withdrawn", "unknown",
]  # fmt: skip

Effect = Literal["mean-difference", "standardised-mean-difference", "risk-difference", "odds-ratio", "risk-ratio", "hazard-ratio"]

SynthesisMethod = Literal["network", "pairwise"]

MeasureKind = Literal["binary", "continuous"]

Better = Literal["higher", "lower"]

Sex = Literal["any", "female", "male"]
