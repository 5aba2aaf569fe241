<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\AppInfo;

use OCA\Reseau\Calendar\CalendarMemberListener;
use OCA\Reseau\Calendar\OwnPageDatesListener;
use OCA\Reseau\Enquiry\EnquiryListener;
use OCA\Reseau\Group\Event\GroupDeleted;
use OCA\Reseau\Group\Event\GroupJoined;
use OCA\Reseau\Group\GroupAwaitsListener;
use OCA\Reseau\Group\GroupConsents;
use OCA\Reseau\Group\GroupMemberListener;
use OCA\Reseau\Group\GroupNewsListener;
use OCA\Reseau\Group\GroupTopics;
use OCA\Reseau\Integration\AccountDeleted;
use OCA\Reseau\Integration\AccountDisabled;
use OCA\Reseau\Integration\AccountMigrator;
use OCA\Reseau\Integration\Activity\Happenings;
use OCA\Reseau\Integration\Calendar\CalendarProvider;
use OCA\Reseau\Integration\Contacts\NetworkAddressBook;
use OCA\Reseau\Integration\Dashboard\AwaitsWidget;
use OCA\Reseau\Integration\Dashboard\DueCardsWidget;
use OCA\Reseau\Integration\Dashboard\MatchesWidget;
use OCA\Reseau\Integration\FileMoved;
use OCA\Reseau\Integration\Files\LoadTab;
use OCA\Reseau\Integration\GroupSearchProvider;
use OCA\Reseau\Integration\IndexFollowsVocabulary;
use OCA\Reseau\Integration\Link\LinkedTitles;
use OCA\Reseau\Integration\Link\LinkTypes;
use OCA\Reseau\Integration\Link\NoticesAround;
use OCA\Reseau\Integration\Link\SheetsAround;
use OCA\Reseau\Integration\Link\ThingGone;
use OCA\Reseau\Integration\MemberSearchProvider;
use OCA\Reseau\Integration\NoticeSearchProvider;
use OCA\Reseau\Integration\Notifications\ConsentNotifier;
use OCA\Reseau\Integration\Notifications\EnquiryNotifier;
use OCA\Reseau\Integration\Notifications\GroupNotifier;
use OCA\Reseau\Integration\Notifications\IntroductionNotifier;
use OCA\Reseau\Integration\Notifications\LinkedNotifications;
use OCA\Reseau\Integration\Notifications\LinkedNotifier;
use OCA\Reseau\Integration\Notifications\MatchNotifier;
use OCA\Reseau\Integration\Notifications\MeetingNotifier;
use OCA\Reseau\Integration\Notifications\MessageNotifier;
use OCA\Reseau\Integration\Notifications\MinutesNotifier;
use OCA\Reseau\Integration\Notifications\NoticeNotifier;
use OCA\Reseau\Integration\Notifications\SessionNotifier;
use OCA\Reseau\Integration\Notifications\StillTrueNotifier;
use OCA\Reseau\Integration\Notifications\StoryNotifier;
use OCA\Reseau\Integration\Profile\LoadSection;
use OCA\Reseau\Integration\ProfileCard;
use OCA\Reseau\Integration\References\LoadWidget;
use OCA\Reseau\Integration\References\ShowcaseReferenceProvider;
use OCA\Reseau\Integration\References\ThingReferenceProvider;
use OCA\Reseau\Integration\SetupCheck\DeckCheck;
use OCA\Reseau\Integration\SetupCheck\FacilitatorsCheck;
use OCA\Reseau\Integration\SetupCheck\JobsCheck;
use OCA\Reseau\Integration\SetupCheck\MailCheck;
use OCA\Reseau\Integration\SetupCheck\SearchCheck;
use OCA\Reseau\Integration\SetupCheck\TablesCheck;
use OCA\Reseau\Integration\SetupCheck\TalkCheck;
use OCA\Reseau\Integration\SetupCheck\TeamsCheck;
use OCA\Reseau\Integration\Sharing\OfferShares;
use OCA\Reseau\Integration\SheetSearchProvider;
use OCA\Reseau\Integration\TeamChanged;
use OCA\Reseau\Integration\TeamResources;
use OCA\Reseau\Knowledge\KnownWordsListener;
use OCA\Reseau\Knowledge\NetworkExpressions;
use OCA\Reseau\Letter\LetterMemberListener;
use OCA\Reseau\Letter\OwnPageLettersListener;
use OCA\Reseau\Library\Event\SheetDeleted;
use OCA\Reseau\Library\Event\StoryPublished;
use OCA\Reseau\Library\HomeFilesListener;
use OCA\Reseau\Library\LibraryMemberListener as FollowPeopleOfSheets;
use OCA\Reseau\Library\SheetConsents;
use OCA\Reseau\Library\SheetTopics;
use OCA\Reseau\Link\Event\CollectingTies;
use OCA\Reseau\Link\Event\CollectingTypes;
use OCA\Reseau\Link\Event\DescribingFiles;
use OCA\Reseau\Link\Event\LinkMade;
use OCA\Reseau\Link\Event\LinkRemoved;
use OCA\Reseau\Link\LinkListener;
use OCA\Reseau\Matching\IntroductionAwaitsListener;
use OCA\Reseau\Matching\IntroductionMemberListener;
use OCA\Reseau\Matching\MatchingHomeListener;
use OCA\Reseau\Matching\MatchingMemberListener;
use OCA\Reseau\Matching\MatchingMessageListener;
use OCA\Reseau\Meeting\Event\MeetingDeleted;
use OCA\Reseau\Meeting\MeetingGroupListener;
use OCA\Reseau\Member\Consent\Event\NamingThings;
use OCA\Reseau\Member\Directory\MemberVocabularyListener;
use OCA\Reseau\Member\Directory\WordsOfCardsListener;
use OCA\Reseau\Member\Event\AccountImporting;
use OCA\Reseau\Member\Event\CollectingAwaits;
use OCA\Reseau\Member\Event\CollectingMatches;
use OCA\Reseau\Member\Event\CollectingNotices;
use OCA\Reseau\Member\Event\CollectingNews;
use OCA\Reseau\Member\Event\CollectingWork;
use OCA\Reseau\Member\Event\MemberDeleted;
use OCA\Reseau\Member\Event\MemberExporting;
use OCA\Reseau\Member\Event\MemberMerged;
use OCA\Reseau\Member\Event\MemberWithdrawn;
use OCA\Reseau\Member\Event\PersonRefused;
use OCA\Reseau\Member\Import\ImportMemberListener;
use OCA\Reseau\Message\Event\DescribingTopics;
use OCA\Reseau\Message\Event\DescribingIntroduction;
use OCA\Reseau\Message\MessageAwaitsListener;
use OCA\Reseau\Message\MessageMemberListener;
use OCA\Reseau\Minutes\AskAwaitsListener;
use OCA\Reseau\Minutes\MinutesAwaitsListener;
use OCA\Reseau\Minutes\MinutesMemberListener;
use OCA\Reseau\Notice\Event\CollectingAnswered;
use OCA\Reseau\Notice\Event\NoticeDeleted;
use OCA\Reseau\Notice\NoticeConsents;
use OCA\Reseau\Notice\NoticeExpressionsListener;
use OCA\Reseau\Notice\NoticeHomeListener;
use OCA\Reseau\Notice\NoticeMemberListener;
use OCA\Reseau\Notice\NoticeTopics;
use OCA\Reseau\OwnPage\Event\CollectingDates;
use OCA\Reseau\OwnPage\OwnPageMemberListener;
use OCA\Reseau\Search\Event\CorrectingWords;
use OCA\Reseau\Session\Event\SessionDeleted;
use OCA\Reseau\Session\SessionAwaitsListener;
use OCA\Reseau\Session\SessionMemberListener;
use OCA\Reseau\Subscription\Event\CollectingLetters;
use OCA\Reseau\Subscription\Event\SubscriberErased;
use OCA\Reseau\Subscription\Event\SubscriberMerged;
use OCA\Reseau\Subscription\SubscriptionAwaitsListener;
use OCA\Reseau\Subscription\SubscriptionMemberListener;
use OCA\Reseau\Shared\ReasonMiddleware;
use OCA\Reseau\Shared\RetryAfterMiddleware;
use OCA\Reseau\Shared\TablesMiddleware;
use OCA\Reseau\Shared\WeakETagMiddleware;
use OCA\Reseau\Vocabulary\Event\CatchingUp;
use OCA\Reseau\Vocabulary\Event\CollectingOwnWords;
use OCA\Reseau\Vocabulary\Event\CountingTerms;
use OCA\Reseau\Vocabulary\Event\ExpressionsChanged;
use OCA\Reseau\Vocabulary\Event\VocabularyChanged;
use OCA\Reseau\Vocabulary\Vocabulary;
use OCA\Reseau\WithoutMail\WithoutMailMemberListener;
use OCP\AppFramework\App;
use OCP\AppFramework\Bootstrap\IBootContext;
use OCP\AppFramework\Bootstrap\IBootstrap;
use OCP\AppFramework\Bootstrap\IRegistrationContext;
use OCP\Collaboration\Reference\RenderReferenceEvent;
use OCP\Contacts\IManager as IContacts;
use OCP\Files\Events\Node\NodeDeletedEvent;
use OCP\Files\Events\Node\NodeRenamedEvent;
use OCP\Profile\BeforeTemplateRenderedEvent;
use OCP\Share\ShareReview\RegisterShareReviewSourceEvent;
use OCP\User\Events\UserChangedEvent;
use OCP\User\Events\UserDeletedEvent;
use OCP\User\Events\UserLoggedInEvent;
use Psr\Container\ContainerInterface;

class Application extends App implements IBootstrap {
	public const APP_ID = 'reseau';

	public function __construct() {
		parent::__construct(self::APP_ID);
	}

	public function register(IRegistrationContext $context): void {
		$context->registerServiceAlias(NetworkExpressions::class, Vocabulary::class);
		$context->registerMiddleware(ReasonMiddleware::class);
		$context->registerMiddleware(TablesMiddleware::class);
		$context->registerMiddleware(RetryAfterMiddleware::class);
		$context->registerMiddleware(WeakETagMiddleware::class);
		$context->registerEventListener(UserDeletedEvent::class, AccountDeleted::class);
		$context->registerEventListener(UserChangedEvent::class, AccountDisabled::class);
		$context->registerEventListener(UserLoggedInEvent::class, AccountDisabled::class);
		foreach ([MemberWithdrawn::class, MemberDeleted::class, MemberMerged::class, MemberExporting::class, AccountImporting::class] as $event) {
			$context->registerEventListener($event, GroupMemberListener::class);
		}
		$context->registerEventListener(CollectingAwaits::class, GroupAwaitsListener::class);
		$context->registerEventListener(CollectingAwaits::class, MessageAwaitsListener::class);
		$context->registerEventListener(CollectingNews::class, GroupNewsListener::class);
		$context->registerEventListener(CollectingWork::class, GroupNewsListener::class);
		$context->registerEventListener(CollectingWork::class, HomeFilesListener::class);
		$context->registerEventListener(CollectingAwaits::class, NoticeHomeListener::class);
		foreach ([MemberDeleted::class, MemberMerged::class, MemberExporting::class, AccountImporting::class] as $event) {
			$context->registerEventListener($event, MessageMemberListener::class);
		}
		$context->registerEventListener(DescribingTopics::class, NoticeTopics::class);
		$context->registerEventListener(DescribingTopics::class, GroupTopics::class);
		$context->registerEventListener(DescribingTopics::class, SheetTopics::class);
		$context->registerEventListener(NamingThings::class, GroupConsents::class);
		$context->registerEventListener(NamingThings::class, SheetConsents::class);
		$context->registerEventListener(NamingThings::class, NoticeConsents::class);
		foreach ([TeamChanged::ADDED, TeamChanged::REMOVED, TeamChanged::DESTROYED] as $event) {
			$context->registerEventListener($event, TeamChanged::class);
		}
		foreach ([MemberDeleted::class, MemberMerged::class, MemberExporting::class, AccountImporting::class, PersonRefused::class, GroupDeleted::class] as $event) {
			$context->registerEventListener($event, MinutesMemberListener::class);
		}
		foreach ([VocabularyChanged::class, ExpressionsChanged::class, CountingTerms::class, CollectingOwnWords::class, CatchingUp::class] as $event) {
			$context->registerEventListener($event, MemberVocabularyListener::class);
		}
		$context->registerEventListener(CorrectingWords::class, KnownWordsListener::class);
		$context->registerEventListener(CorrectingWords::class, WordsOfCardsListener::class);
		$context->registerEventListener(CollectingTypes::class, LinkTypes::class);
		foreach ([LinkMade::class, LinkRemoved::class] as $event) {
			$context->registerEventListener($event, LinkedTitles::class);
			$context->registerEventListener($event, LinkedNotifications::class);
		}
		foreach ([MemberDeleted::class, MemberMerged::class, MemberExporting::class, AccountImporting::class, CountingTerms::class] as $event) {
			$context->registerEventListener($event, LinkListener::class);
		}
		foreach ([MemberDeleted::class, MemberMerged::class, MemberExporting::class, AccountImporting::class] as $event) {
			$context->registerEventListener($event, MatchingMemberListener::class);
			$context->registerEventListener($event, IntroductionMemberListener::class);
		}
		$context->registerEventListener(NoticeDeleted::class, MatchingMemberListener::class);
		$context->registerEventListener(CollectingAwaits::class, IntroductionAwaitsListener::class);
		$context->registerEventListener(DescribingIntroduction::class, MatchingMessageListener::class);
		$context->registerEventListener(CollectingMatches::class, MatchingHomeListener::class);
		$context->registerEventListener(CollectingNotices::class, NoticeHomeListener::class);
		$context->registerEventListener(ExpressionsChanged::class, NoticeExpressionsListener::class);
		foreach ([GroupDeleted::class, NoticeDeleted::class] as $event) {
			$context->registerEventListener($event, ThingGone::class);
		}
		foreach ([MemberWithdrawn::class, MemberDeleted::class, MemberMerged::class, MemberExporting::class, AccountImporting::class, GroupDeleted::class] as $event) {
			$context->registerEventListener($event, NoticeMemberListener::class);
		}
		foreach ([MemberDeleted::class, MemberMerged::class, MemberExporting::class, AccountImporting::class, NoticeDeleted::class] as $event) {
			$context->registerEventListener($event, SessionMemberListener::class);
		}
		$context->registerEventListener(CollectingAwaits::class, SessionAwaitsListener::class);
		foreach ([MemberWithdrawn::class, MemberDeleted::class, MemberMerged::class, MemberExporting::class, AccountImporting::class, NoticeDeleted::class, GroupDeleted::class, MeetingDeleted::class, SessionDeleted::class, SheetDeleted::class, SubscriberErased::class, SubscriberMerged::class] as $event) {
			$context->registerEventListener($event, LetterMemberListener::class);
		}
		foreach ([GroupDeleted::class, MemberExporting::class, AccountImporting::class] as $event) {
			$context->registerEventListener($event, MeetingGroupListener::class);
		}
		foreach ([MemberWithdrawn::class, MemberDeleted::class, GroupDeleted::class, MemberExporting::class, AccountImporting::class] as $event) {
			$context->registerEventListener($event, CalendarMemberListener::class);
		}
		$context->registerEventListener(CollectingAwaits::class, AskAwaitsListener::class);
		$context->registerEventListener(CollectingAwaits::class, MinutesAwaitsListener::class);
		foreach ([MemberDeleted::class, MemberMerged::class, MemberExporting::class, AccountImporting::class, PersonRefused::class] as $event) {
			$context->registerEventListener($event, SubscriptionMemberListener::class);
		}
		$context->registerEventListener(MemberDeleted::class, ImportMemberListener::class);
		foreach ([MemberDeleted::class, MemberMerged::class, SubscriberErased::class] as $event) {
			$context->registerEventListener($event, OwnPageMemberListener::class);
		}
		foreach ([MemberDeleted::class, MemberMerged::class, MemberExporting::class, AccountImporting::class] as $event) {
			$context->registerEventListener($event, WithoutMailMemberListener::class);
		}
		$context->registerEventListener(CollectingAwaits::class, SubscriptionAwaitsListener::class);
		foreach ([CollectingAnswered::class, CollectingAwaits::class, GroupDeleted::class, MemberDeleted::class, NoticeDeleted::class] as $event) {
			$context->registerEventListener($event, EnquiryListener::class);
		}
		$context->registerEventListener(CollectingDates::class, OwnPageDatesListener::class);
		$context->registerEventListener(CollectingLetters::class, OwnPageLettersListener::class);
		foreach ([VocabularyChanged::class, CatchingUp::class] as $event) {
			$context->registerEventListener($event, IndexFollowsVocabulary::class);
		}
		$context->registerEventListener(CollectingTies::class, NoticesAround::class);
		foreach ([DescribingFiles::class, CollectingTies::class] as $event) {
			$context->registerEventListener($event, SheetsAround::class);
		}
		foreach ([MemberWithdrawn::class, MemberDeleted::class, MemberMerged::class, MemberExporting::class, AccountImporting::class, PersonRefused::class, GroupDeleted::class] as $event) {
			$context->registerEventListener($event, FollowPeopleOfSheets::class);
		}
		foreach ([NodeDeletedEvent::class, NodeRenamedEvent::class, FileMoved::RESTORED] as $event) {
			$context->registerEventListener($event, FileMoved::class);
		}
		foreach ([MemberSearchProvider::class, GroupSearchProvider::class, SheetSearchProvider::class, NoticeSearchProvider::class] as $search) {
			$context->registerSearchProvider($search);
		}
		foreach ([GroupJoined::class, StoryPublished::class, LinkMade::class] as $event) {
			$context->registerEventListener($event, Happenings::class);
		}
		foreach ([ThingReferenceProvider::class, ShowcaseReferenceProvider::class] as $references) {
			$context->registerReferenceProvider($references);
		}
		$context->registerEventListener(RenderReferenceEvent::class, LoadWidget::class);
		$context->registerEventListener(LoadTab::EVENT, LoadTab::class);
		$context->registerEventListener(RegisterShareReviewSourceEvent::class, OfferShares::class);
		$context->registerTeamResourceProvider(TeamResources::class);
		$context->registerCalendarProvider(CalendarProvider::class);
		$context->registerProfileLinkAction(ProfileCard::class);
		$context->registerEventListener(BeforeTemplateRenderedEvent::class, LoadSection::class);
		$context->registerUserMigrator(AccountMigrator::class);
		foreach ([AwaitsWidget::class, MatchesWidget::class, DueCardsWidget::class] as $widget) {
			$context->registerDashboardWidget($widget);
		}
		foreach ([FacilitatorsCheck::class, JobsCheck::class, TablesCheck::class, SearchCheck::class, MailCheck::class, TeamsCheck::class, DeckCheck::class, TalkCheck::class] as $check) {
			$context->registerSetupCheck($check);
		}
		foreach ([StillTrueNotifier::class, ConsentNotifier::class, GroupNotifier::class, MeetingNotifier::class, MessageNotifier::class, MatchNotifier::class, LinkedNotifier::class, StoryNotifier::class, NoticeNotifier::class, IntroductionNotifier::class, SessionNotifier::class, MinutesNotifier::class, EnquiryNotifier::class] as $notifier) {
			$context->registerNotifierService($notifier);
		}
	}

	public function boot(IBootContext $context): void {
		$context->injectFn(static function (IContacts $contacts, ContainerInterface $services): void {
			$contacts->register(static fn () => $contacts->registerAddressBook($services->get(NetworkAddressBook::class)));
		});
	}
}
