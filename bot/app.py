"""The one place where objects are built and handed to each other."""

from __future__ import annotations

from contextlib import asynccontextmanager, nullcontext
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.cluster.alone import Alone
from bot.library.readers import Limits
from bot.library.shelf import Shelf
from bot.meanwhile import meanwhile
from bot.search.verdict.confidence import Thresholds
from bot.search.words.aliases import AliasesError, read_aliases
from bot.search.words.keeping import beside
from bot.settings import Policy, SettingsError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from bot.chat.client import Attache
    from bot.cluster.interface import Cluster, State
    from bot.community.community import Community
    from bot.health import Health
    from bot.library.library import Library
    from bot.metrics import Metrics
    from bot.settings import Loaded


def make_shelf(loaded: Loaded, data: Path | None = None) -> Shelf:
    """Return where the library is kept; raise `SettingsError` where its aliases are wrong."""
    settings = loaded.settings
    try:
        besides = beside(loaded.aliases) if loaded.aliases else ()
        aliases = read_aliases(loaded.aliases, [*besides, settings.state / "aliases.kept"])
    except AliasesError as error:
        named = "ATTACHE_ALIASES: " if settings.aliases else ""
        raise SettingsError(f"{named}{error}") from None
    return Shelf(
        state=settings.state,
        data=data or settings.data,
        thresholds=Thresholds(settings.answered_from, settings.closest_from),
        aliases=aliases,
        limits=Limits(
            characters=settings.max_characters,
            file_bytes=settings.max_file_bytes,
            briefings=settings.max_briefings,
        ),
        lenient=settings.policy is Policy.LENIENT,
        may_remove=settings.may_remove,
        editions=settings.editions,
        url=database_url(loaded),
    )


def database_url(loaded: Loaded) -> str | None:
    """Return the address of the PostgreSQL database, None where SQLite files are used."""
    url = loaded.settings.database_url
    return url.get_secret_value() if url else None


def make_cluster(loaded: Loaded, library: Library, community: Community) -> Cluster:
    """Return this process among the others that are the same bot, if there can be others."""
    url = database_url(loaded)
    if url is None:
        return Alone()
    from bot.cluster.together import Together  # noqa: PLC0415 - it needs an extra

    return Together(url, community.database, library, community.servers)


@asynccontextmanager
async def open_community(loaded: Loaded) -> AsyncIterator[Community]:
    """Give what people leave with the bot; raise `StoreUnusable`."""
    from bot.community.community import Community  # noqa: PLC0415 - only on Discord

    settings = loaded.settings
    community = await Community.open(
        settings.state, settings.keep_questions_days, database_url(loaded)
    )
    try:
        yield community
    finally:
        await community.close()


def make_client(
    loaded: Loaded,
    library: Library,
    community: Community,
    metrics: Metrics,
    cluster: Cluster,
) -> Attache:
    """Return the Discord client over an open library and community."""
    # Imported here: discord.py takes a third of a second that the terminal's commands need not pay.
    from bot.chat.client import Attache  # noqa: PLC0415
    from bot.chat.options import ChatOptions  # noqa: PLC0415
    from bot.chat.people.cooldowns import Pace  # noqa: PLC0415
    from bot.chat.sharded import ShardedAttache  # noqa: PLC0415

    settings = loaded.settings
    kind = ShardedAttache if settings.shards else Attache
    return kind(
        library,
        community,
        ChatOptions(
            answers=settings.answers,
            admin_users=settings.admin_users,
            admin_roles=settings.admin_roles,
            admin_servers=tuple(sorted(settings.admin_servers)),
            drawing=settings.state / "charts",
            show_withdrawn=settings.show_withdrawn,
            pace=Pace(
                settings.questions_a_minute,
                settings.channel_questions_a_minute,
                settings.spare_moderators,
            ),
            notices=timedelta(minutes=settings.notice_minutes),
            identify_record=settings.state / "identified.json",
            log_words=settings.log_words,
            shards=settings.shards,
        ),
        metrics,
        cluster,
    )


def watching(
    loaded: Loaded, library: Library, cluster: Cluster, metrics: Metrics
) -> AbstractAsyncContextManager[None]:
    """Reload the library when its data changes, for as long as this is entered, if so set."""
    if not loaded.settings.watch:
        return nullcontext()
    from bot.library.watching import watch  # noqa: PLC0415 - only where it is wanted

    data = loaded.settings.data
    return meanwhile(cluster.lead(lambda: watch(library, data, metrics.failure)))


def telling(client: Attache) -> AbstractAsyncContextManager[None]:
    """Tell followers of news, for as long as this is entered."""
    return meanwhile(client.cluster.lead(client.notifier.run))


def registering(client: Attache) -> AbstractAsyncContextManager[None]:
    """Give Discord the commands whenever this process begins to lead."""
    return meanwhile(client.cluster.lead(client.register))


def backing_up(
    loaded: Loaded, metrics: Metrics, cluster: Cluster, health: Health
) -> AbstractAsyncContextManager[None]:
    """Make backups for as long as this is entered, if so set; the ``health`` tells of trouble."""
    settings = loaded.settings
    if settings.backup_at is None:
        return nullcontext()
    from bot.daily_backups import DailyBackups  # noqa: PLC0415 - only where they are wanted

    backups = DailyBackups(make_shelf(loaded), settings.backup_at, settings.backups_kept, metrics)
    health.tell_too(lambda: backups.trouble)
    return meanwhile(cluster.lead(backups.run))


def joined(cluster: Cluster, state: Callable[[], State]) -> AbstractAsyncContextManager[None]:
    """Be one of the processes of this bot, for as long as this is entered."""
    return meanwhile(cluster.run(state))


def connected(client: Attache) -> AbstractAsyncContextManager[None]:
    """See to it that the gateway answers, for as long as this is entered."""
    return meanwhile(client.heartbeats.watch())
