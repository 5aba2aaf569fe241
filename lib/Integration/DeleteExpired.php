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
use OCA\Reseau\Session\DeleteOldSessions;
use OCA\Reseau\Shared\InstalledTables;
use OCA\Reseau\Shared\PeriodicJob;
use OCA\Reseau\Subscription\DeleteOldSubscribers;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\IJob;
use Psr\Log\LoggerInterface;
use Throwable;

/** Once a day: deletes what is kept for a limited time: unanswered links, people who never answered, the outcomes of import rows, drafts of minutes, needs and offers of sessions, past meetings, calendar addresses for groups that were left, and messages of visitors. */
class DeleteExpired extends PeriodicJob {
	public function __construct(
		ITimeFactory $time,
		InstalledTables $tables,
		private readonly InvitationMapper $invitations,
		private readonly ClaimMapper $claims,
		private readonly Imports $imports,
		private readonly Asks $asks,
		private readonly Drafts $drafts,
		private readonly AnswerSignature $signatures,
		private readonly DeleteOldSessions $sessions,
		private readonly Meetings $meetings,
		private readonly Feeds $feeds,
		private readonly DeleteOldSubscribers $subscribers,
		private readonly OwnLinks $links,
		private readonly Enquiries $enquiries,
		private readonly LoggerInterface $logger,
	) {
		parent::__construct($time, $tables, 24 * 3600);
		$this->setTimeSensitivity(IJob::TIME_INSENSITIVE);
	}

	protected function work(): void {
		$now = $this->time->getTime();
		$steps = [
			'invitations' => fn () => $this->invitations->deleteExpired($now),
			'links to take over a card' => fn () => $this->claims->deleteExpired($now),
			'imports' => $this->imports->deleteStale(...),
			'invitations to groups' => $this->asks->deleteExpired(...),
			'drafts of minutes' => $this->drafts->deleteOld(...),
			'signatures' => $this->signatures->deleteExpired(...),
			'sessions' => $this->sessions->run(...),
			'meetings' => $this->meetings->deleteOld(...),
			'calendar addresses' => $this->feeds->deleteDead(...),
			'subscribers' => $this->subscribers->run(...),
			'links to own pages' => $this->links->deleteExpired(...),
			'messages of visitors' => $this->enquiries->deleteOld(...),
		];
		foreach ($steps as $what => $delete) {
			try {
				$delete();
			} catch (Throwable $e) {
				// The other steps still run. The exception's message may contain personal data: only its class is logged.
				$this->logger->error('Could not delete what has expired', ['app' => 'reseau', 'what' => $what, 'exceptionClass' => $e::class]);
			}
		}
	}
}
