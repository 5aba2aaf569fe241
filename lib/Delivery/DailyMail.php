<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Delivery;

use OCA\Reseau\Shared\Accounts;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\Mail\Outbox;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IUser;
use OCP\IUserManager;
use Psr\Log\LoggerInterface;
use Throwable;

/**
 * Sends the daily mails: one in the morning of each account, with what has been waiting since before that morning.
 *
 * The day is taken before the mail is sent, so that no account gets two: not from two runs, and not when clocks change or an account travels. Lines are
 * marked before, and deleted after. What is still marked at the next run is from a run that was stopped: whether its mail was sent nobody knows, so
 * those lines come as notifications.
 */
class DailyMail {
	/** By the account's clock. In the evening and at night nothing is sent. */
	private const MORNING = '07:00';
	private const EVENING = '21:00';

	/** Seconds of one run: a slow mail server does not hold up other jobs. The next run continues. */
	private const LONGEST = 300;

	/** Lines of one mail; the rest comes the next day. */
	public const LINES = 40;

	/** Seconds after which what could not be mailed comes as a notification. */
	public const PATIENCE = 3 * 86400;

	/** Seconds that lines are kept for an account that cannot use the app. */
	private const KEPT = 90 * 86400;

	public function __construct(
		private readonly WaitingMapper $waiting,
		private readonly RecipientMapper $recipients,
		private readonly Notifications $notifications,
		private readonly DailyLines $lines,
		private readonly DailyMailText $text,
		private readonly MailLinks $links,
		private readonly Outbox $outbox,
		private readonly Days $days,
		private readonly IUserManager $users,
		private readonly Accounts $accounts,
		private readonly ITimeFactory $clock,
		private readonly LoggerInterface $logger,
	) {
	}

	public function run(): void {
		$end = hrtime(true) + self::LONGEST * 1e9;
		foreach ($this->waiting->accounts() as $uid) {
			if (hrtime(true) > $end) {
				return;
			}
			try {
				$this->toAccount($uid);
			} catch (Throwable $e) {
				// One account's failure does not keep the mails of others.
				$this->logger->warning('Could not send a daily mail', ['app' => 'reseau', 'exceptionClass' => $e::class]);
			}
		}
		$this->waiting->forgetBefore($this->clock->getTime() - self::KEPT);
	}

	private function toAccount(string $uid): void {
		$user = $this->users->get($uid);
		if ($user === null) {
			$this->forget($uid);
			return;
		}
		$now = $this->clock->getTime();
		$morning = $this->days->moment(self::MORNING, $uid);
		if (!$this->accounts->isActive($user) || $now < $morning || $now >= $this->days->moment(self::EVENING, $uid)) {
			return;
		}
		$waiting = $this->waiting->findOf($uid);
		$stopped = array_filter($waiting, static fn (Waiting $one): bool => $one->getMailedOn() !== null);
		$waiting = array_values(array_filter($waiting, static fn (Waiting $one): bool => $one->getMailedOn() === null));
		$today = $this->days->today(uid: $uid);
		$recipient = $this->recipients->of($uid);
		// Lines of today may be those of a run at this moment.
		$this->notifications->ringInstead(array_values(array_filter($stopped, static fn (Waiting $one): bool => $one->getMailedOn() !== $today)));
		$old = array_filter($waiting, static fn (Waiting $one): bool => $one->getCreatedAt() < $morning);
		if ($old !== [] && $this->recipients->take($recipient, $today, $now) && !$this->mail($user, $recipient, array_slice($waiting, 0, self::LINES), $today)) {
			$this->recipients->giveBack($recipient);
			$this->notifications->ringInstead(array_values(array_filter($waiting, static fn (Waiting $one): bool => $one->getCreatedAt() < $now - self::PATIENCE)));
		}
	}

	/**
	 * @param list<Waiting> $waiting
	 * @return bool false if the mail was not sent
	 */
	private function mail(IUser $user, Recipient $recipient, array $waiting, string $today): bool {
		$address = $this->outbox->addressOf($user->getUID());
		if ($address === null) {
			$this->notifications->ringInstead($waiting);
			return true;
		}
		[$lines, $settled] = $this->lines->of($user, $waiting);
		$this->waiting->remove($settled);
		if ($lines === []) {
			return true;
		}
		$mailed = array_column($lines, 'waiting');
		$this->waiting->writeMailed($mailed, $today);
		$sent = false;
		try {
			$sent = $this->outbox->send($this->text->of($user, $lines, $this->links->of($recipient, $address)), $address, $user->getDisplayName());
		} finally {
			$sent ? $this->waiting->remove($mailed) : $this->waiting->writeMailed($mailed, null);
		}
		return $sent;
	}

	/** An account is deleted. */
	public function forget(string $uid): void {
		$this->waiting->forget($uid);
		$this->recipients->forget($uid);
	}
}
