"""The page on which a sitting is made or changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.base.sittings import Preset
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.preset_begin import Beginning
from desktop_app.ui.pages.preset_ground import PresetGround
from desktop_app.ui.pages.preset_words import Draft, Read, draft_of, preview, read, sat_in_all
from desktop_app.ui.pages.preset_work import NEW, Asked, ask, remove, save
from desktop_app.ui.widgets.notice import in_short
from desktop_app.ui.widgets.reading import Latest

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from desktop_app.base.errors import KnownError
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look


class PresetPage(PresetGround):
    """Shows the sitting of its argument: an id, or a :class:`Preset` of the id 0 to begin from.

    What was changed is kept as long as the page is about the same sitting, and asked for before
    the person leaves it; not when it is begun: then it was tried, and stands here on the way back.
    """

    name = "preset"

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge)
        self._subject: int | Preset = NEW
        self._became: dict[Preset, int] = {}
        self.known: Preset | None = None
        self._base: Draft | None = None
        self._going = self._saving = False
        self._latest = Latest(bridge, self._refused)
        self._beginning = Beginning(bridge, self._sit, self.notice.tell)
        self._connect()

    @property
    def changed(self) -> bool:
        """Whether something stands here that is not saved."""
        return self.known is not None and self.form.draft() != self._base

    def shown(self, argument: object) -> None:
        """Read the sitting, unless it stands here already with changes."""
        if not isinstance(argument, int | Preset):
            raise TypeError(f"the page of a sitting needs its id or a preset, not {argument!r}")
        self._going = False
        if self.changed and argument == self._subject:
            return
        self._subject, self.known = argument, None
        self.notice.hide()
        self._latest.drop("bells")
        self.foot.say_line("")
        self.show_form(on=False)
        self.waiting.loading()
        self._ask()

    def returned(self, argument: object) -> None:
        """Be shown again; what was new and is saved meanwhile is there under its id."""
        kept = self._became.get(argument) if isinstance(argument, Preset) else None
        self.shown(argument if kept is None else kept)

    def hidden(self) -> None:
        """Let nothing be heard any more."""
        self.ear.hush()
        self.foot.leaving.give_up()

    def leaving(self, go: Callable[[], None]) -> bool:
        """Ask first what is to become of changes; ``go`` leaves."""
        if self._going or not self.changed:
            return True
        self.foot.leaving.ask(go)
        return False

    def _connect(self) -> None:
        self.form.edited.connect(self._edited)
        self.form.guided.failed.connect(self.notice.tell)
        self.ear.failed.connect(self.notice.tell)
        self.form.left.connect(self._left)
        self.foot.save.clicked.connect(lambda _on: self._save())
        self.foot.begin.clicked.connect(lambda _on: self._begin())
        self.foot.cancel.clicked.connect(lambda _on: self.back.click())
        self.foot.remove.clicked.connect(lambda _on: self._remove())
        self.foot.as_it_was.clicked.connect(lambda _on: self._restore())
        self.foot.leaving.save.clicked.connect(lambda _on: self._save())
        self.foot.leaving.drop.clicked.connect(lambda _on: self._drop())
        for box in (self.form.name, self.form.length, self.form.every, self.form.at):
            box.field.returnPressed.connect(self._save)

    def _ask(self) -> None:
        subject = self._subject
        self._latest.ask("sitting", lambda core: ask(core, subject), self._took)

    def _took(self, asked: Asked) -> None:
        self.known, self._base = asked.preset, None
        self.form.offer(asked.bells, asked.sounds)
        self.form.show_draft(draft_of(asked.preset))
        self._base = self.form.draft()
        new = not asked.preset.id
        self.title.setText(tr("New sitting") if new else self._base.name)
        self.subtitle.setText(tr("It can be changed at any time."))
        self.foot.as_it_was.setVisible(asked.restorable)
        self.foot.remove.setVisible(not new)
        self.show_form(on=True)
        if not self._base.name and self.isVisible():
            self.form.name.take_keyboard()
        self._preview()

    def _refused(self, problem: KnownError) -> None:
        self.known = None
        self.show_form(on=False)
        self.waiting.failed(problem, self._ask)

    def _read(self) -> Read:
        return read(self.form.draft(), self.known or NEW)

    def _edited(self) -> None:
        if self.known is None:
            return
        self.form.judge(self._read().faults)
        self.foot.leaving.give_up()
        self._preview()

    def _left(self) -> None:
        """Say what is wrong with a field now that the person is done with it."""
        if self.known is not None:
            self.form.judge(self._read().faults, left=True)

    def _preview(self) -> None:
        """Say when bells ring; while that cannot be worked out, what was said last stays."""
        named = self._named()
        if named is None:
            return
        total = named.settle + sat_in_all(named.length, named.guided)
        self._latest.ask(
            "bells",
            lambda core: core.presets.bells(named),
            lambda bells: self.foot.say_line(preview(bells, total)),
            lambda problem: self.foot.say_line(in_short(problem), trouble=True),
        )

    def _named(self) -> Preset | None:
        """Return what stands in the fields, by some name; None: something else is wrong."""
        if self.known is None:
            return None
        draft = self.form.draft()
        return read(replace(draft, name=draft.name.strip() or tr("Sitting")), self.known).preset

    def _point_out(self, faults: dict[str, str]) -> None:
        self.form.say_faults(faults)
        box = self.form.boxes[next(iter(faults))]
        box.take_keyboard()
        self._area.ensureWidgetVisible(box)

    def _save(self) -> None:
        """Keep it, once however often it is asked for."""
        if self.known is None or self._saving:
            return
        said = self._read()
        made = said.preset
        if made is None:
            self.foot.leaving.give_up()
            self._point_out(said.faults)
            return
        self._keep(made)

    def _keep(self, made: Preset) -> None:
        subject, draft = self._subject, self.form.draft()
        self._saving = True

        def saved(number: int | None) -> None:
            self._saving = False
            if number is None:
                self._gone(made)
            else:
                self._saved(subject, replace(made, id=number), draft)

        def refused(problem: KnownError) -> None:
            self._saving = False
            self.notice.tell(problem)

        self.bridge.call(lambda core: save(core, made), saved, refused)

    def _saved(self, subject: int | Preset, preset: Preset, draft: Draft) -> None:
        """Go on; where the person is elsewhere already, leave them there."""
        if isinstance(subject, Preset):
            self._became[subject] = preset.id
        if subject != self._subject:
            return
        self._subject, self.known, self._base = preset.id, preset, draft
        if not self.foot.leaving.go_on() and self.isVisible():
            self._open("meditations")

    def _gone(self, made: Preset) -> None:
        self.notice.say(
            tr("This sitting was removed meanwhile"),
            "",
            tr("Save it as a new one"),
            lambda: self._keep(replace(made, id=0, built_in="")),
        )

    def _drop(self) -> None:
        if self._base is not None:
            self.form.show_draft(self._base)
        self.foot.leaving.go_on()

    def _begin(self) -> None:
        named = self._named()
        if named is None:
            self._point_out({k: v for k, v in self._read().faults.items() if k != "name"})
            return
        self.ear.hush()
        self._beginning.begin(named, self.foot.begin)

    def _sit(self) -> None:
        self._going = True
        self._open("sitting")

    def _remove(self) -> None:
        gone = self.known
        if gone is not None:
            self.bridge.call(
                lambda core: remove(core, gone.id), lambda was: self._removed(*was or (gone, None)),
                self.notice.tell,
            )  # fmt: skip

    def _removed(self, gone: Preset, before: int | None) -> None:
        if self.known is None or self.known.id != gone.id:
            return  # the page is about another one by now
        self.known = None
        self.notice.hide()
        self.show_form(on=False)
        self.subtitle.setText("")
        self.waiting.empty(
            tr("This sitting is removed"),
            tr("What you sat with it stays in your log."),
            tr("Put it back"),
            lambda: self._change(lambda core: core.presets.put_back(gone, before)),
        )

    def _restore(self) -> None:
        before = self.known
        if before is None:
            return
        self._change(lambda core: core.presets.restore(before.id))
        self.notice.say(
            tr("It is as it was on the first day"),
            "",
            tr("Undo"),
            lambda: self._change(lambda core: core.presets.save(before)),
            undo=True,
        )

    def _change(self, make: Callable[[Core], Coroutine[Any, Any, object]]) -> None:
        """Do it and show what came of it; what stands in the fields makes way."""
        self.bridge.call(make, lambda _done: self._ask(), self.notice.tell)

    def _open(self, name: str) -> None:
        self.open_page.emit(name, None)
