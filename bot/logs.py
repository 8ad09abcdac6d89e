"""The log: one structured stream on standard error, for our lines and the libraries'."""

from __future__ import annotations

import logging
import re
import sys
from typing import TYPE_CHECKING

import structlog

from bot.settings import LogFormat

if TYPE_CHECKING:
    from structlog.typing import EventDict, Processor, WrappedLogger

# What Discord's tokens look like: a bot's (three parts with dots), and an interaction's or
# webhook's, a long run of letters after the id in an address or in a payload. And the user and
# password in the address of a database, before the host or among the parameters; a password may
# have a slash that should have been quoted.
_SECRETS = (
    re.compile(r"[\w-]{23,30}\.[\w-]{6}\.[\w-]{27,}"),
    re.compile(r"(?<=/)[\w-]{60,}"),
    re.compile(r"""(?<=["']token["']: ["'])[^"']+"""),
    re.compile(r"(?:(?<=postgres://)|(?<=postgresql://))[^\s/@:]+:\S+(?=@)"),
    re.compile(r"(?<=://)[^\s/@:]+:[^\s/]+(?=@)"),
    re.compile(r"""(?<=[?&]password=)[^\s&"']+"""),
)
_HIDDEN = "[hidden]"
# What libraries say of things this bot never does, speaking and doing without guilds, and of what
# it always does.
_NOISE = (
    "voice will NOT be supported",
    "Guilds intent seems to be disabled",
    "logging in using static token",
)

# What discord.py says, each time as an error with its traceback, while Discord is away.
_OUTAGES = ("Attempting a reconnect", "Failed to connect for shard_id")


def hide_secrets(text: str) -> str:
    """Return ``text`` with everything taken out that has the shape of a token or a password."""
    if text.isalnum():  # each shape has other marks, too
        return text
    for shape in _SECRETS:
        text = shape.sub(_HIDDEN, text)
    return text


def set_up_logs(level: str, log_format: LogFormat, *, with_words: bool = False) -> None:
    """Send our log and the libraries' to standard error: text on a terminal, else JSON lines.

    Unless ``with_words`` is set, discord.py's lines leave out what Discord and the bot sent each
    other, which holds what people wrote.
    """
    # Which line of the code wrote something is not shown, and takes longest to find out:
    # https://docs.python.org/3/howto/logging.html#optimization
    logging._srcfile = None  # noqa: SLF001 - as the documentation has it
    as_text = log_format is LogFormat.TEXT or (log_format is LogFormat.AUTO and sys.stderr.isatty())
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
        structlog.processors.format_exc_info,
        _hide_in_event,
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    for chatty in ("aiosqlite", "filelock", "asyncio"):
        # Their debug lines repeat every statement with its values: whole briefings.
        logging.getLogger(chatty).setLevel(logging.INFO)
    root = logging.getLogger()
    root.handlers[:] = [_handler(shared, as_text=as_text, with_words=with_words)]
    root.setLevel(level.upper())


def _handler(shared: list[Processor], *, as_text: bool, with_words: bool) -> logging.Handler:
    """Return what writes our lines and, after the ``shared`` processors, the libraries'."""
    renderer: Processor = (
        structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
        if as_text
        else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    handler.addFilter(_is_no_noise)
    handler.addFilter(_outage_in_one_line)
    if not with_words:
        handler.addFilter(_without_payloads)
    return handler


def _hide_in_event(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    return {
        name: hide_secrets(value) if isinstance(value, str) else value
        for name, value in event.items()
    }


def _is_no_noise(record: logging.LogRecord) -> bool:
    # Our own lines are no text yet.
    return not (isinstance(record.msg, str) and any(noise in record.msg for noise in _NOISE))


def _outage_in_one_line(record: logging.LogRecord) -> bool:
    """Tell that the gateway is lost in a line, without a traceback; never leaves a record out."""
    if record.exc_info and str(record.msg).startswith(_OUTAGES):
        error = record.exc_info[1]
        why = str(error) or type(error).__name__
        record.msg, record.args, record.exc_info = f"{record.getMessage()}: {why}", (), None
        record.levelno, record.levelname = logging.WARNING, "WARNING"
    return True


def _without_payloads(record: logging.LogRecord) -> bool:
    """Put the outline of each payload in its place; never leaves a record out."""
    if record.name.startswith("discord") and isinstance(record.args, tuple):
        record.args = tuple(_outline(each) for each in record.args)
    return True


def _outline(value: object) -> object:
    """Return what a payload is, without what it says; anything else as it is."""
    if isinstance(value, dict):
        return f"<{value.get('t') or 'object'} with {', '.join(map(str, value))}>"
    if isinstance(value, list):
        return f"<list of {len(value)}>"
    if isinstance(value, str) and value.startswith(("{", "[")):
        return f"<{len(value)} characters>"
    return value
