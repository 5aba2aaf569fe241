<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Accounts;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Days;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;

/**
 * What happens to notices by themselves: within the last week whoever decides about one is asked, once per period, and when its time is over it ends.
 *
 * The question is recorded before it is sent: if the run dies in between, the person is not asked, but never asked twice. If no way of asking works, it is
 * undone and tried again with the next run.
 */
class EndingNotices {
	use Atomic;

	/** Days before the end. */
	private const AHEAD = 7;

	/** Most people asked per run. */
	private const AT_ONCE = 200;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly NoticeMapper $mapper,
		private readonly Notices $notices,
		private readonly NoticeStore $store,
		private readonly NoticeLinks $links,
		private readonly NoticeMail $mail,
		private readonly NoticeNotifications $notifications,
		private readonly People $people,
		private readonly Accounts $accounts,
		private readonly Days $days,
		private readonly ITimeFactory $clock,
	) {
	}

	public function run(): void {
		$today = $this->days->today();
		foreach ($this->mapper->idsOver($today) as $id) {
			$this->end($id, $today);
		}
		foreach (array_slice($this->mapper->idsEnding($this->days->today('+' . self::AHEAD . ' days')), 0, self::AT_ONCE) as $id) {
			$this->ask($id);
		}
	}

	private function end(int $id, string $today): void {
		$this->changed($id, function (AuthoredNotice $one) use ($today): void {
			// It may have been renewed in the meantime.
			if ($one->notice->is(Notice::OPEN) && $one->notice->getUntilDay() < $today) {
				$one->notice->setState(Notice::ENDED);
				$one->notice->setTokenHash(null);
				$this->store->update($one->notice);
			}
		});
		$this->notifications->settled($id);
	}

	private function ask(int $id): void {
		$token = null;
		$this->changed($id, function (AuthoredNotice $one) use (&$token): void {
			$token = null;
			if ($one->isOpen() && $one->notice->getAskedAt() === null && !$this->isShort($one->notice)) {
				$token = $this->links->make($one);
				$this->mapper->writeAsked($one->id(), $this->clock->getTime(), $this->links->hash($token, $one));
			}
		});
		$one = $token === null ? null : $this->notices->one($id);
		if ($token !== null && $one !== null && !$this->tell($one, $token)) {
			$this->mapper->writeAsked($id, null, null);
		}
	}

	/** Whoever published it for a few days knows when it ends. */
	private function isShort(Notice $notice): bool {
		return $notice->getUntilDay() <= $this->days->of($notice->getPublishedAt() + self::AHEAD * 86_400);
	}

	/** @return bool false if nobody could be told, or the mail server did not work */
	private function tell(AuthoredNotice $one, string $token): bool {
		$address = $this->links->addressOf($one);
		$mailed = [];
		if ($address !== null) {
			$mailed[] = $this->mail->toPerson($address, $one, $token);
		} else {
			foreach ($this->notifications->accountsOf($one) as $uid) {
				$user = $this->accounts->active($uid);
				$mailed[] = $user === null ? null : $this->mail->toAccount($user, $one, $token);
			}
		}
		if (in_array(false, $mailed, true) && !in_array(true, $mailed, true)) {
			return false;
		}
		return $this->notifications->tellEnding($one) || in_array(true, $mailed, true);
	}

	/** @param callable(AuthoredNotice): void $change of the locked notice */
	private function changed(int $id, callable $change): void {
		$author = $this->notices->one($id)?->author->ownerId();
		if ($author === null) {
			return;
		}
		$this->atomicAgain(function () use ($id, $author, $change): void {
			$this->people->hold($author);
			$this->mapper->hold($id);
			$one = $this->notices->one($id);
			if ($one !== null) {
				$change($one);
			}
		}, $this->db);
	}
}
