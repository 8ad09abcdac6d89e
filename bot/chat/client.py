"""The Discord client: intents, commands, buttons, start and stop."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import discord
import structlog
from discord import app_commands

from bot.chat.admin.admin import AdminCommands
from bot.chat.admin.admin_forms import AmendButton, BriefingForm, ConfirmButton, WithdrawButton
from bot.chat.admin.administration import Administration
from bot.chat.admin.exporting import Exporting
from bot.chat.admin.reporting import Reporting
from bot.chat.admission import REFUSALS, Admission
from bot.chat.asking.answering import Answering
from bot.chat.asking.aside import AsideReplies
from bot.chat.asking.asking import Asking
from bot.chat.asking.controls import TurnButton, VoteButton
from bot.chat.asking.feedback import Feedback, WhyForm
from bot.chat.asking.hearing import Hearing
from bot.chat.asking.observing import Observer
from bot.chat.asking.question_option import QuestionOption
from bot.chat.asking.sharing import ShareButton, Sharing
from bot.chat.asking.turning import Turning
from bot.chat.browsing.browsing import Browsing
from bot.chat.browsing.choosing import TopicChoice, TopicsButton
from bot.chat.browsing.showing import Showing
from bot.chat.browsing.topic_option import TopicOption
from bot.chat.commands.errors import ErrorHandler
from bot.chat.commands.helping import HelpCommand, HelpMenu
from bot.chat.commands.registering import register_if_changed, register_on
from bot.chat.commands.translator import CommandTranslator
from bot.chat.commands.tree import Tree
from bot.chat.gateway.breaker import Breaker
from bot.chat.gateway.connecting import PersistentClient
from bot.chat.gateway.heartbeats import Heartbeats
from bot.chat.gateway.identifying import IdentifyBudget, IdentifyGate
from bot.chat.gateway.workload import Reception
from bot.chat.languages.languages import Languages
from bot.chat.messages.buttons import (
    LatestButton,
    ReadButton,
    RelatedButton,
    TimelineButton,
    TopicButton,
)
from bot.chat.news.following import Following, StopButton
from bot.chat.news.notices import Notifier
from bot.chat.news.untold import Untold
from bot.chat.people.cooldowns import Cooldowns
from bot.chat.people.memory import Memory
from bot.chat.people.permissions import Admins, owners_of
from bot.chat.people.places import Places
from bot.chat.people.privacy import ForgetButton, PrivacyCommand
from bot.chat.servers.joining import greet, invitation, public_invitation
from bot.chat.servers.moderation import Moderation
from bot.chat.servers.server_panel import ChannelsMenu, SettingMenu, SwitchButton
from bot.cluster.alone import Alone
from bot.errors import AttacheError
from bot.talk import chatter, self_questions

if TYPE_CHECKING:
    from bot.chat.options import ChatOptions
    from bot.cluster.interface import Cluster
    from bot.community.community import Community
    from bot.library.library import Library
    from bot.metrics import Metrics
    from bot.shards import Shards

_LONGEST_WAIT = 30.0
"""Seconds that a rate limit may ask for; what would have to wait longer is given up."""
DYNAMIC_ITEMS = (
    ReadButton, TopicButton, LatestButton, RelatedButton, TimelineButton, TopicChoice, TopicsButton,
    TurnButton, VoteButton, ShareButton, StopButton, ForgetButton, SwitchButton, SettingMenu,
    ChannelsMenu, ConfirmButton, AmendButton, WithdrawButton, HelpMenu,
)  # fmt: skip
"""Everything that can be pressed or chosen from, as it has to be found again after a restart."""
FORMS = (BriefingForm, WhyForm)
"""Every form that can be sent in."""


class Attache(PersistentClient):
    """The bot. It asks for no privileged intent and keeps no members or messages in memory."""

    def __init__(
        self,
        library: Library,
        community: Community,
        options: ChatOptions,
        metrics: Metrics,
        cluster: Cluster | None = None,
    ) -> None:
        breaker = Breaker(metrics)
        super().__init__(
            intents=_intents(),
            http_trace=breaker.trace(),
            max_ratelimit_timeout=_LONGEST_WAIT,
            **_restraint(),
            **_sharding(options.shards),
        )
        self.breaker = breaker
        self.options = options
        self.cluster = cluster or Alone()
        self.languages = Languages()
        self.places = Places(community.servers, self.languages)
        self.errors = ErrorHandler(self.places, community.audit, metrics)
        self.admins = Admins(options.admin_users, options.admin_roles)
        self.heartbeats = Heartbeats(self)
        self.logged_in = asyncio.Event()
        self._metrics = metrics
        self._library = library
        self._facts = community.facts
        self._is_registered = False
        self._preparing: asyncio.Task[None] | None = None
        budget = IdentifyBudget(options.identify_record, shards=_count(options.shards))
        self._gate = IdentifyGate(self, budget, self.cluster)
        self._log = structlog.get_logger("attache.chat")
        self._furnish(library, community)
        self.tree = Tree(self)
        self._add_commands(library, community)

    def _furnish(self, library: Library, community: Community) -> None:
        """Make what commands, messages and buttons are handed to."""
        places, options = self.places, self.options
        memory = Memory()
        topic_option = TopicOption(library)
        observer = Observer(self._metrics, with_words=options.log_words)
        buttons = [item.__discord_ui_compiled_template__ for item in DYNAMIC_ITEMS]
        self.admission = Admission(buttons, FORMS, places, self.errors, observer, self._metrics)
        self.turning = Turning(library, community.questions, places)
        self.feedback = Feedback(
            community.votes, community.people, places, keeps=community.questions.days > 0
        )
        self.showing = Showing(library, memory, places, show_withdrawn=options.show_withdrawn)
        self.help = HelpCommand(library, places, votes=community.questions.days > 0)
        self.aside = AsideReplies(
            library, self.showing, self.help, lambda: public_invitation(self.application)
        )
        answering = Answering(library, options.answers, memory, community, observer)
        cooldowns = Cooldowns(options.pace)
        option = QuestionOption(library)
        self.asking = Asking(answering, self.aside, cooldowns, places, option)
        self.hearing = Hearing(answering, self.aside, cooldowns, places, observer)
        self.browsing = Browsing(library, self.showing, topic_option, places)
        self.sharing = Sharing(library, options.answers, community.questions, memory, places)
        self.following = Following(
            library, community.follows, community.audit, topic_option, places,
        )  # fmt: skip
        self.notifier = Notifier(
            self, library, community.follows, self.languages, options.notices, memory,
        )  # fmt: skip
        self._untold = Untold(community.follows, places)
        self.privacy = PrivacyCommand(community, memory, places)
        self.moderation = Moderation(community.servers, community.audit, places, options.pace)
        self.administration = Administration(library, places)

    def _add_commands(self, library: Library, community: Community) -> None:
        """Add every command to the tree, and say where each is offered."""
        public = (
            *self.asking.commands(), *self.browsing.commands(), *self.following.commands(),
            self.privacy.command(), self.help.command(),
        )  # fmt: skip
        for command in public:
            # On any server, in direct messages with the bot and between people, for whoever added
            # it. Commands of single servers, as /admin may be, must not say so.
            command.allowed_installs = app_commands.AppInstallationType(guild=True, user=True)
            command.allowed_contexts = app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            )
            self.tree.add_command(command)
        settings = self.moderation.command()
        settings.allowed_installs = app_commands.AppInstallationType(guild=True, user=False)
        settings.allowed_contexts = app_commands.AppCommandContext(guild=True)
        self.tree.add_command(settings)
        servers = [discord.Object(server) for server in self.options.admin_servers]
        reporting = Reporting(library, community.insights, self.places, self.options.drawing)
        exporting = Exporting(library, community.audit, self.places)
        commands = AdminCommands(
            library, self.administration, reporting, exporting, community.audit, self.places
        )
        self.tree.add_command(commands, guilds=servers or discord.utils.MISSING)

    async def setup_hook(self) -> None:
        """Prepare buttons, admins and commands, once, before the gateway connects."""
        await super().setup_hook()
        if self._preparing is None:  # a login that failed is tried again
            self._preparing = asyncio.create_task(self._prepare())
        self.add_dynamic_items(*DYNAMIC_ITEMS)
        self.admins = Admins(self.admins.users | owners_of(self.application), self.admins.roles)
        await self.tree.set_translator(CommandTranslator(self.languages))
        if self.cluster.leads:
            await self._register()
        self.logged_in.set()

    async def room(self) -> None:
        """Wait until not too much is being done to take something more from the gateway."""
        await self.admission.workload.room()

    def is_too_late(self, interaction: int) -> bool:
        """Tell, and note, that so much waits that an interaction with this id is hopeless."""
        return self.admission.is_too_late(interaction)

    async def close(self) -> None:
        """End the connections, when the log has all that it should have."""
        self.admission.too_late.tell()
        if self._preparing:
            self._preparing.cancel()
        await super().close()

    async def register(self) -> None:
        """Give Discord the commands where they are others than it has; once is enough."""
        await self.logged_in.wait()
        if not self._is_registered:
            await self._register()

    async def _register(self) -> None:
        await register_if_changed(self, self._facts, self.options.admin_servers)
        self._is_registered = True

    async def on_ready(self) -> None:
        """Say in the log how to invite the bot."""
        assert self.user is not None
        invite = invitation(self.user.id)
        self._log.info("ready", user=str(self.user), servers=len(self.guilds), invite=invite)

    async def _prepare(self) -> None:
        """Read what the first questions need, while the gateway connects and nobody waits."""
        try:
            await self._library.prepare()
            await asyncio.to_thread(self.languages.load)
            for each in (chatter, self_questions):
                await asyncio.to_thread(each.prepare)
        except AttacheError:
            pass  # a question will say so
        except Exception:  # noqa: BLE001 - nobody else looks at this task
            self._log.exception("not everything was read ahead")

    async def on_connect(self) -> None:
        """Count a session that began."""
        self._metrics.gateway("connect")

    async def on_resumed(self) -> None:
        """Count a session that goes on."""
        self._metrics.gateway("resume")

    async def on_disconnect(self) -> None:
        """Count a connection that ended."""
        self._metrics.gateway("disconnect")

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Hold an IDENTIFY back where there were too many."""
        if not self.cluster.takes_turns:
            # Five seconds between any two, however many Discord would allow at once.
            await super().before_identify_hook(shard_id, initial=initial)
        await self._gate.passed(shard_id)
        self._metrics.gateway("identify")

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Greet a server that the bot was just added to; give it ``/admin`` where that is set."""
        if self.admission.workload.is_finishing:
            return
        await greet(guild, self.aside, self.languages.of(guild.preferred_locale.value))
        if guild.id in self.options.admin_servers:
            await register_on(self, self._facts, guild.id)

    async def on_message(self, message: discord.Message) -> None:
        """Answer direct messages and mentions."""
        if self.user is None or message.author == self.user:
            return
        received = self.admission.workload.receive(message.id, expires=False)
        if received is Reception.STOPPING:
            return
        try:
            refused = REFUSALS.get(received, "")
            await self.hearing.on_message(message, self.user, refused=refused)
        except Exception as error:  # noqa: BLE001 - the one handler tells them apart
            await self.errors.on_message(message, error)

    async def on_app_command_completion(
        self,
        interaction: discord.Interaction[Attache],
        _command: app_commands.Command[Any, ..., Any] | app_commands.ContextMenu,
    ) -> None:
        """Tell whoever used a command what they have to be told."""
        try:
            await self._untold.tell(interaction)
        except Exception as error:  # noqa: BLE001 - the one handler tells them apart
            await self.errors.on_interaction(interaction, error)

    async def on_interaction(self, interaction: discord.Interaction[Attache]) -> None:
        """Answer a form, and a button that nothing here is behind: outdated, or forged."""
        await self.admission.take(interaction)


def _intents() -> discord.Intents:
    """Return what the bot is told of: servers, and messages there and direct ones."""
    intents = discord.Intents.none()
    intents.guilds = True
    intents.guild_messages = True
    intents.dm_messages = True
    return intents


def _restraint() -> dict[str, Any]:
    """Return what keeps it from pinging, whatever a text holds, and from remembering anybody."""
    return {
        "allowed_mentions": discord.AllowedMentions.none(),
        "member_cache_flags": discord.MemberCacheFlags.none(),
        "chunk_guilds_at_startup": False,
        "max_messages": None,
    }


def _count(shards: Shards | None) -> int:
    """Return how many shards run here."""
    return len(shards.ids) if shards else 1


def _sharding(shards: Shards | None) -> dict[str, Any]:
    return {"shard_ids": list(shards.ids), "shard_count": shards.count} if shards else {}
