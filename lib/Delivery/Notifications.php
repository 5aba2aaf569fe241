<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Delivery;

use OCP\AppFramework\Utility\ITimeFactory;
use OCP\Notification\IManager;
use OCP\Notification\INotification;
use Psr\Log\LoggerInterface;
use Throwable;

/**
 * Notifies people, as each has chosen for the kind: by a Nextcloud notification, or by a line in the next daily mail. The only place that does. Delivery
 * depends on other apps and, for phones, on other servers: a failure is logged and breaks nothing here.
 */
class Notifications {
	private const APP = 'reseau';

	public function __construct(
		private readonly IManager $notifications,
		private readonly WaitingMapper $waiting,
		private readonly Choices $choices,
		private readonly ITimeFactory $clock,
		private readonly LoggerInterface $logger,
	) {
	}

	/**
	 * Replaces an earlier notification of this account about the same object.
	 *
	 * @param string $type of the object
	 * @param string $id of the object
	 * @param bool $again they were told of the same a moment ago, and it was taken back: it waits for the daily mail, even of who is notified at once
	 * @param bool $soon the next daily mail could come too late: it is a notification, even of who has chosen the mail
	 * @return bool false if it failed; not to notify somebody who wants none is no failure
	 */
	public function send(Kind $kind, string $subject, string $type, string $id, string $uid, bool $again = false, bool $soon = false): bool {
		$wait = fn () => $this->waiting->put(Waiting::of($uid, $kind, $subject, $type, $id, $this->clock->getTime()));
		return $this->attempt(fn () => match ($this->choices->possible($uid, $kind)) {
			Timing::Now => $again ? $wait() : $this->ring($subject, $type, $id, $uid),
			Timing::Daily => $soon ? $this->ringInsteadOf($subject, $type, $id, $uid) : $wait(),
			Timing::Never => null,
		});
	}

	/** @return ?string subject of what waits for the next daily mail of an account about an object; null: nothing */
	public function waits(string $type, string $id, string $uid): ?string {
		$waiting = array_values(array_filter($this->waiting->findAbout($type, $id, $uid), static fn (Waiting $one): bool => $one->getMailedOn() === null));
		return $waiting === [] ? null : $waiting[0]->getSubject();
	}

	/** @param ?string $uid null: of every account */
	public function withdraw(string $type, string $id, ?string $uid = null): void {
		$this->attempt(function () use ($type, $id, $uid): void {
			$notification = $this->about($type, $id);
			$this->notifications->markProcessed($uid === null ? $notification : $notification->setUser($uid));
		});
		$this->attempt(fn () => $this->waiting->remove($this->waiting->findAbout($type, $id, $uid)));
	}

	/** All notifications of all accounts; what waits for daily mails is in a table. */
	public function withdrawAll(): void {
		$this->attempt(fn () => $this->notifications->markProcessed($this->notifications->createNotification()->setApp(self::APP)));
	}

	/** An account has chosen: what waits for its next mail comes at once, stays, or is dropped. */
	public function follow(string $uid, Kind $kind, Timing $timing): void {
		if ($timing !== Timing::Daily) {
			$waiting = array_values(array_filter($this->waiting->findOf($uid), static fn (Waiting $one): bool => $one->getKind() === $kind->value));
			$timing === Timing::Now ? $this->ringInstead($waiting) : $this->waiting->remove($waiting);
		}
	}

	/**
	 * A notification in the place of a line in the daily mail.
	 *
	 * @param list<Waiting> $waiting
	 */
	public function ringInstead(array $waiting): void {
		foreach ($waiting as $one) {
			if ($this->attempt(fn () => $this->ring($one->getSubject(), $one->getObjectType(), $one->getObjectId(), $one->getUid()))) {
				$this->waiting->remove([$one]);
			}
		}
	}

	/** A notification that was never sent, to be given its text. */
	public function unsent(Waiting $one): INotification {
		return $this->about($one->getObjectType(), $one->getObjectId())
			->setUser($one->getUid())
			->setDateTime($this->clock->getDateTime())
			->setSubject($one->getSubject());
	}

	/** What waited about the same is told by it. */
	private function ringInsteadOf(string $subject, string $type, string $id, string $uid): void {
		$this->ring($subject, $type, $id, $uid);
		$this->waiting->remove($this->waiting->findAbout($type, $id, $uid));
	}

	private function ring(string $subject, string $type, string $id, string $uid): void {
		$this->notifications->markProcessed($this->about($type, $id)->setUser($uid));
		$this->notifications->notify($this->about($type, $id)->setUser($uid)->setDateTime($this->clock->getDateTime())->setSubject($subject));
	}

	private function about(string $type, string $id): INotification {
		return $this->notifications->createNotification()->setApp(self::APP)->setObject($type, $id);
	}

	/** @param callable(): mixed $step */
	private function attempt(callable $step): bool {
		try {
			$step();
			return true;
		} catch (Throwable $e) {
			// The exception's message may contain a name: only its class is logged.
			$this->logger->warning('Could not send or withdraw a notification', ['app' => self::APP, 'exceptionClass' => $e::class]);
			return false;
		}
	}
}
