"""Which trials a network is made of, and why the others are out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from rich.text import Text

from hairtx.engines.evidence.selection import Selected
from hairtx.views.screen.blocks import Notes
from hairtx.views.wording import at_week, number, plural


def chosen_by_rule(selected: Selected) -> str:
    """Week, window and people, and which of measure, week and people the rule chose because nobody asked."""
    whom = selected.population.name if selected.population else "everybody together" if selected.everybody else "people not described"
    window = f"results at {'' if selected.week else 'the '}{at_week(selected.week)}{f' ± {number(selected.window)}' if selected.week else ''}, {whom}"
    if not selected.chosen:
        return f"Trials: {window}."
    listed = " and ".join(filter(None, (", ".join(selected.chosen[:-1]), selected.chosen[-1])))
    return f"Trials: {window}. {listed.capitalize()} {'is' if len(selected.chosen) == 1 else 'are'} the best-covered, as none was asked for."


def trials_in(selected: Selected, names: Mapping[str, str], notes: Notes) -> Iterator[Text]:
    """One line for each trial of the network."""
    for one in selected.included:
        text = Text(one.trial.acronym or one.id, style="bold")
        id_ = f" ({one.id})" if one.trial.acronym else ""
        people = f", {plural(one.study.people, 'person', 'people')}" if one.study.people else ""
        arms = ", ".join(dict.fromkeys(names.get(node, node) for _, node in one.figures.labels))
        primary = ", primary endpoint" if one.primary else ""
        text.append(f"{id_}: {at_week(one.week)}{primary}{people}; {arms}", style="not bold")
        if one.figures.notes:
            text.append(f". {'; '.join(one.figures.notes).capitalize()}", style="not bold")
        yield text.append(notes.marks(one.sources), style="dim not bold")


def trials_out(selected: Selected) -> Iterator[Text]:
    """One line for each trial that reports the measure, and a count of those that do not."""
    others: Counter[str] = Counter()
    for one in selected.left:
        if one.why == "measure":
            others[one.reason] += 1
        else:
            text = Text(one.trial.acronym or one.id, style="bold")
            yield text.append(f"{f' ({one.id})' if one.trial.acronym else ''}: {one.reason}", style="not bold")
    for reason, count in others.most_common():
        yield Text(f"{plural(count, 'other trial')} of the condition: {reason}", style="dim")
