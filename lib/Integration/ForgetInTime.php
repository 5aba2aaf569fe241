<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration;

use OCA\Reseau\Calendar\Feeds;
use OCA\Reseau\Enquiry\Enquiries;
use OCA\Reseau\Library\AnswerSignature;
use OCA\Reseau\Meeting\Meetings;
use OCA\Reseau\Member\Import\Imports;
use OCA\Reseau\Member\Token\ClaimMapper;
use OCA\Reseau\Member\Token\InvitationMapper;
use OCA\Reseau\Minutes\Asks;
use OCA\Reseau\Minutes\Drafts;
use OCA\Reseau\OwnPage\OwnLinks;
use OCA\Reseau\Session\ForgetSessions;
use OCA\Reseau\Subscription\ForgetSubscribers;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\IJob;
use OCP\BackgroundJob\TimedJob;

/** Once a day: deletes what is kept for a limited time: unanswered links, people who never answered, the outcomes of import rows, drafts of minutes, what was said in sessions, past meetings, addresses of calendars of groups that were left, and messages of visitors. */
class ForgetInTime extends TimedJob {
	public function __construct(
		ITimeFactory $time,
		private readonly InvitationMapper $invitations,
		private readonly ClaimMapper $claims,
		private readonly Imports $imports,
		private readonly Asks $asks,
		private readonly Drafts $drafts,
		private readonly AnswerSignature $signatures,
		private readonly ForgetSessions $sessions,
		private readonly Meetings $meetings,
		private readonly Feeds $feeds,
		private readonly ForgetSubscribers $subscribers,
		private readonly OwnLinks $links,
		private readonly Enquiries $enquiries,
	) {
		parent::__construct($time);
		$this->setInterval(24 * 3600);
		$this->setTimeSensitivity(IJob::TIME_INSENSITIVE);
		$this->setAllowParallelRuns(false);
	}

	/** @param mixed $argument none */
	protected function run($argument): void {
		$this->invitations->deleteExpired($this->time->getTime());
		$this->claims->deleteExpired($this->time->getTime());
		$this->imports->forgetStale();
		$this->asks->forgetExpired();
		$this->drafts->forgetOld();
		$this->signatures->forgetExpired();
		$this->sessions->run();
		$this->meetings->forgetOld();
		$this->feeds->forgetDead();
		$this->subscribers->run();
		$this->links->forgetExpired();
		$this->enquiries->forgetOld();
	}
}
