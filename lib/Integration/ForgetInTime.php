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
use Psr\Log\LoggerInterface;
use Throwable;

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
		private readonly LoggerInterface $logger,
	) {
		parent::__construct($time);
		$this->setInterval(24 * 3600);
		$this->setTimeSensitivity(IJob::TIME_INSENSITIVE);
		$this->setAllowParallelRuns(false);
	}

	/** @param mixed $argument none */
	protected function run($argument): void {
		$now = $this->time->getTime();
		$steps = [
			'invitations' => fn () => $this->invitations->deleteExpired($now),
			'links to take over a card' => fn () => $this->claims->deleteExpired($now),
			'imports' => $this->imports->forgetStale(...),
			'invitations to groups' => $this->asks->forgetExpired(...),
			'drafts of minutes' => $this->drafts->forgetOld(...),
			'signatures' => $this->signatures->forgetExpired(...),
			'sessions' => $this->sessions->run(...),
			'meetings' => $this->meetings->forgetOld(...),
			'calendar addresses' => $this->feeds->forgetDead(...),
			'subscribers' => $this->subscribers->run(...),
			'links to own pages' => $this->links->forgetExpired(...),
			'messages of visitors' => $this->enquiries->forgetOld(...),
		];
		foreach ($steps as $what => $delete) {
			try {
				$delete();
			} catch (Throwable $e) {
				// The others are deleted in time all the same. The exception's message may contain personal data: only its class is logged.
				$this->logger->error('Could not delete what has expired', ['app' => 'reseau', 'what' => $what, 'exceptionClass' => $e::class]);
			}
		}
	}
}
