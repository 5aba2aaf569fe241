<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Calendar\Feeds;
use OCA\Reseau\Delivery\DailyMail;
use OCA\Reseau\Enquiry\Enquiries;
use OCA\Reseau\Group\Groups;
use OCA\Reseau\Library\AnswerSignature;
use OCA\Reseau\Link\Links;
use OCA\Reseau\Matching\Introductions;
use OCA\Reseau\Meeting\Meetings;
use OCA\Reseau\Member\Editing\MemberService;
use OCA\Reseau\Member\Import\Imports;
use OCA\Reseau\Message\Conversations;
use OCA\Reseau\Minutes\Asks;
use OCA\Reseau\Minutes\Drafts;
use OCA\Reseau\Minutes\MinutesService;
use OCA\Reseau\Session\Sessions;
use OCA\Reseau\Subscription\SubscriberRows;
use OCA\Reseau\WithoutMail\Calls;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\User\Events\UserDeletedEvent;

/**
 * Deletes the data of a deleted account.
 *
 * @template-implements IEventListener<UserDeletedEvent>
 */
class AccountDeleted implements IEventListener {
	public function __construct(
		private readonly MemberService $members,
		private readonly Groups $groups,
		private readonly Links $links,
		private readonly Imports $imports,
		private readonly MinutesService $minutes,
		private readonly Asks $asks,
		private readonly Drafts $drafts,
		private readonly AnswerSignature $signatures,
		private readonly Conversations $conversations,
		private readonly Introductions $introductions,
		private readonly Sessions $sessions,
		private readonly Meetings $meetings,
		private readonly Feeds $feeds,
		private readonly DailyMail $mails,
		private readonly SubscriberRows $subscribers,
		private readonly Calls $calls,
		private readonly Enquiries $enquiries,
	) {
	}

	public function handle(Event $event): void {
		if ($event instanceof UserDeletedEvent) {
			$uid = $event->getUser()->getUID();
			$this->members->forgetAccount($uid);
			$this->groups->forgetAccount($uid);
			$this->links->forgetAccount($uid);
			$this->imports->forgetAccount($uid);
			$this->minutes->forgetAccount($uid);
			$this->asks->forgetAccount($uid);
			$this->drafts->forgetAccount($uid);
			$this->signatures->forgetAccount($uid);
			$this->conversations->forgetAccount($uid);
			$this->introductions->forgetAccount($uid);
			$this->sessions->forgetAccount($uid);
			$this->meetings->forgetAccount($uid);
			$this->feeds->forgetAccount($uid);
			$this->mails->forget($uid);
			$this->subscribers->forgetAccount($uid);
			$this->calls->forgetAccount($uid);
			$this->enquiries->forgetAccount($uid);
		}
	}
}
