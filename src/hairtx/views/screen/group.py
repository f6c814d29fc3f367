"""The page of a family, company or condition on the screen."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import RenderableType
from rich.text import Text

from hairtx.engines.groups import Group
from hairtx.model.vocabulary import Jurisdiction
from hairtx.views.look import Look
from hairtx.views.screen import blocks
from hairtx.views.screen.blocks import Notes
from hairtx.views.wording import certainty, finding, plural, spaced


def group(page: Group, jurisdictions: Mapping[str, Jurisdiction], look: Look) -> RenderableType:
    """What the group is, then its members with bottom line and where they may be sold."""
    notes = Notes(page.sources)
    parts: list[RenderableType] = [blocks.title(page.name, page.what)]
    if page.explanation:
        parts.append(notes.text(page.explanation, list(page.sources)))
    if page.names:
        parts.append(Text(f"Also: {', '.join(page.names)}", style="dim"))
    parts.append(blocks.heading("Treatments", plural(len(page.members), "treatment")))
    use = "this" if page.what == "condition" else "hair loss"
    for member in page.members:
        one = member.treatment
        line = Text(one.name, style="bold").append(f"  {member.id} · {spaced(one.kind)}", style="dim not bold")
        parts.append(blocks.paragraph(line, 2))
        if member.appraisal:
            told = Text(f"{finding(member.appraisal.direction, member.appraisal.certainty)}. {member.appraisal.text}")
        elif page.what == "condition":
            told = Text(one.summary).append(" What the evidence says for this condition is not summed up.", style="dim")
        else:
            told = Text(one.bottom_line.text).append(f" {certainty(one.bottom_line.certainty)}.", style="dim")
        parts.append(blocks.paragraph(told, 4))
        places = ", ".join(jurisdictions[code].name if code in jurisdictions else code for code in member.places)
        parts.append(
            blocks.paragraph(Text(f"May be sold for {use} in: {places}" if places else f"No authorisation for {use} is recorded.", style="dim"), 4)
        )
    if not page.members:
        parts.append(blocks.paragraph("No treatment of this group is recorded.", 2))
    parts += notes.block(look)
    parts.append(blocks.quiet())
    return blocks.page(parts)
