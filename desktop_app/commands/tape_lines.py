"""What was measured of a recording, and what its restoration came to, in plain words."""

from __future__ import annotations

from dataclasses import asdict
from shlex import quote
from typing import TYPE_CHECKING

from desktop_app.base.tape import Fault, Side
from desktop_app.commands.terminal import clock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.base.tape import Hum, Restored, Tape

_UNKNOWN = "cannot be told"
_PLEASANT = "talks are pleasant to listen to at about −16"
_CHANNELS = {
    Side.BOTH: "the voice is on all of them",
    Side.LEFT: "the voice is on the left one only",
    Side.RIGHT: "the voice is on the right one only",
}
_ASIDE = 1.0
"""dB by which one channel may be louder without a word."""

_COMPLAINTS = {
    Fault.QUIET: "it is quiet",
    Fault.UNEVEN: "it is now loud, now faint",
    Fault.HISS: "it hisses",
    Fault.HUM: "it hums",
    Fault.RUMBLE: "it rumbles",
    Fault.ONE_SIDED: "its voice comes from one side",
    Fault.CLICKS: "it clicks",
    Fault.DULL: "it is dull",
}
_MENDED = {
    Fault.HUM: "hum removed",
    Fault.RUMBLE: "rumble removed",
    Fault.CLICKS: "clicks removed",
    Fault.ONE_SIDED: "voice brought to the middle",
    Fault.UNEVEN: "loud and faint evened out",
    Fault.DULL: "brighter",
}


def tape_json(tape: Tape, faults: Sequence[Fault]) -> dict[str, object]:
    """Return the fields that scripts may rely on, in the units of a Tape."""
    return asdict(tape) | {"snr": tape.snr, "faults": list(faults)}


def tape_lines(tape: Tape, faults: Sequence[Fault], name: str) -> list[str]:
    """Return a line for each thing that was measured, and what could be done about it.

    ``name`` is the recording's, as it was typed.
    """
    rows = {
        "length": clock(tape.duration),
        "loudness": f"{decibels(tape.loudness, 'LUFS')}; {_PLEASANT}",
        "highest peak": decibels(tape.peak, "dBTP"),
        "voice": decibels(tape.speech),
        "pauses": _pauses(tape),
        "rumble": decibels(tape.rumble),
        "hum": _hum(tape.hum),
        "sounds up to": _UNKNOWN if tape.bandwidth is None else f"{tape.bandwidth / 1000:.1f} kHz",
        "overdriven": f"{100 * tape.clipped:.2g} % of the sound",
        "dropouts": _times(tape.dropouts),
        "clicks": f"{tape.clicks:.0f} a minute",
        "evenness": f"{tape.wandering:.0f} dB between loud and faint minutes",
        "channels": _channels(tape),
    }
    lines = [f"{what:<12}  {value}" for what, value in rows.items()]
    advice = [f"Restoring it would help: hearthside restore {quote(name)}"] if faults else []
    return [*lines, "", verdict(faults), *advice]


def verdict(faults: Sequence[Fault]) -> str:
    """Return what a person would complain of, or that there is nothing."""
    said = [_COMPLAINTS[fault] for fault in faults]
    if not said:
        return "It sounds fine as it is."
    whole = ", ".join(said[:-1]) + (" and " if said[:-1] else "") + said[-1]
    return f"{whole[0].upper()}{whole[1:]}."


def restored_line(result: Restored) -> str:
    """Return what is different: "−31.2 → −16.0 LUFS · hiss −14 dB · hum removed"."""
    before, after = (_number(value) for value in (result.loudness_before, result.loudness))
    said = [f"{before} → {after} LUFS"] if before and after else []
    if Fault.HISS in result.faults and None not in {result.noise_before, result.noise}:
        said.append(f"hiss {_less(result)} dB")
    said += [words for fault, words in _MENDED.items() if fault in result.faults]
    return " · ".join(said)


def decibels(value: float | None, unit: str = "dB") -> str:
    """Return ``−31.2 dB``, or that it is not known."""
    return f"{_number(value)} {unit}" if value is not None else _UNKNOWN


def _less(result: Restored) -> str:
    change = (result.noise or 0.0) - (result.noise_before or 0.0)
    return f"{change:.0f}".replace("-", "−")


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}".replace("-", "−")


def _pauses(tape: Tape) -> str:
    if tape.snr is None:
        return decibels(tape.noise)
    return f"{decibels(tape.noise)}; the voice is {tape.snr:.0f} dB louder"


def _hum(hum: Hum | None) -> str:
    if hum is None:
        return "none"
    height = max((each for _, each in hum.harmonics), default=0.0)
    tones = len(hum.harmonics)
    of = f"{tones} tones, up to" if tones > 1 else "one tone,"
    return f"of {hum.frequency:.1f} Hz: {of} {height:.0f} dB above the noise"


def _times(count: int) -> str:
    return {0: "none", 1: "once"}.get(count, f"{count} times")


def _channels(tape: Tape) -> str:
    if tape.side is not Side.BOTH:
        return _CHANNELS[tape.side]
    said = []
    if abs(tape.balance) >= _ASIDE:
        louder = "left" if tape.balance > 0 else "right"
        said.append(f"the {louder} one is {abs(tape.balance):.0f} dB louder")
    if tape.inverted:
        said.append("one is turned over, so that together they fall silent")
    return "; ".join(said) or _CHANNELS[Side.BOTH]
