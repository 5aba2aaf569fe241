<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Yearly;

use OCA\Reseau\Member\Card\KeptCount;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Settings\Network;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\Notification\IManager;
use OCP\Notification\INotification;
use Psr\Log\LoggerInterface;
use Throwable;

/**
 * The yearly question as a Nextcloud notification. It holds the id of a card or nothing at all; its text is created when it is read
 * (Integration\StillTrueNotifier).
 *
 * The delivery of notifications depends on other apps and, for phones, on other servers: a failure there is logged and breaks nothing here.
 */
class StillTrueNotice {
	public const APP = 'reseau';
	public const OWN = 'still_true';
	public const KEPT = 'kept_still_true';

	public function __construct(
		private readonly IManager $notifications,
		private readonly KeptCount $kept,
		private readonly Viewers $viewers,
		private readonly Network $network,
		private readonly ITimeFactory $clock,
		private readonly LoggerInterface $logger,
	) {
	}

	/** @return bool false if it could not be sent */
	public function askOwn(Member $member): bool {
		return $this->attempt(function () use ($member): void {
			$this->notifications->markProcessed($this->own($member));
			$this->notify($this->own($member)->setUser((string)$member->getUid()), self::OWN);
		});
	}

	/** Once for all the cards they keep; the newest question replaces the previous one. */
	public function askKept(string $uid): bool {
		return $this->attempt(function () use ($uid): void {
			$this->notifications->markProcessed($this->keptBy($uid));
			$this->notify($this->keptBy($uid), self::KEPT);
		});
	}

	/** Its keeper has answered, or the question is obsolete. */
	public function answered(Member $member): void {
		if ($member->getUid() !== null) {
			$this->attempt(fn () => $this->notifications->markProcessed($this->own($member)));
			return;
		}
		$steward = $member->getStewardUid();
		foreach ($steward === null ? $this->network->facilitating() : [$steward] as $uid) {
			if ($this->kept->due($this->viewers->of($uid)) === 0) {
				$this->attempt(fn () => $this->notifications->markProcessed($this->keptBy($uid)));
			}
		}
	}

	private function own(Member $member): INotification {
		return $this->notifications->createNotification()->setApp(self::APP)->setObject('card', (string)$member->ownerId());
	}

	private function keptBy(string $uid): INotification {
		return $this->notifications->createNotification()->setApp(self::APP)->setObject('kept', 'due')->setUser($uid);
	}

	private function notify(INotification $notification, string $subject): void {
		$this->notifications->notify($notification->setDateTime($this->clock->getDateTime())->setSubject($subject));
	}

	/** @param callable(): void $step */
	private function attempt(callable $step): bool {
		try {
			$step();
			return true;
		} catch (Throwable $e) {
			// The exception's message may contain a name: only its class is logged.
			$this->logger->warning('Could not send or withdraw a notification of the yearly question', ['app' => self::APP, 'exceptionClass' => $e::class]);
			return false;
		}
	}
}
