<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;

/** The life of a notice after it was published: renewed, done, ended, reopened, deleted. The card of its author is locked first, then the notice. */
class ChangeNotice {
	use Atomic;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly NoticeMapper $notices,
		private readonly NoticeStore $store,
		private readonly NoticeRules $rules,
		private readonly NoticeAccess $access,
		private readonly NoticeLimits $limits,
		private readonly NoticeNotifications $notifications,
		private readonly People $people,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * Renews a notice that is still true.
	 *
	 * @param mixed $until last day, raw input; null: 60 days ahead
	 * @throws ReasonException not_found · not_yours · bad_day · bad_until · card_hidden · notice_closed · notice_stopped · enough_notices · enough_notices_today
	 */
	public function renew(Viewer $viewer, int $id, mixed $until): void {
		$this->countBrought($viewer, $this->access->kept($viewer, $id)->notice);
		$this->changed($id, fn (): AuthoredNotice => $this->access->kept($viewer, $id), fn (AuthoredNotice $one) => $this->renewed($one, $until));
	}

	/**
	 * Closes a notice that is done.
	 *
	 * @param array<array-key, mixed> $input ClosingSchema of src/notice/model.ts, raw input
	 * @throws ReasonException not_found · not_yours · notice_stopped · unknown_member · those of NoticeRules
	 */
	public function close(Viewer $viewer, int $id, array $input): void {
		$outcome = NoticeRules::outcome($input['outcome'] ?? '');
		$thanks = NoticeRules::thanks($input['thanks'] ?? []);
		$new = [];
		$this->changed($id, fn (): AuthoredNotice => $this->access->kept($viewer, $id), function (AuthoredNotice $one) use ($viewer, $outcome, $thanks, &$new): void {
			$new = array_diff($thanks, $this->access->thanked($one));
			$this->closed($one, $outcome, $this->thanked($viewer, $one, $thanks));
		}, ...$thanks);
		$one = $this->access->kept($viewer, $id);
		foreach ($this->people->briefly(array_values($new)) as $member) {
			$this->notifications->notifyThanked($one, $member);
		}
	}

	/**
	 * Ends it: by its author, or by a facilitator of the network because it breaks the rules.
	 *
	 * @throws ReasonException not_found · not_yours · notice_closed
	 */
	public function end(Viewer $viewer, int $id): void {
		$stopped = false;
		$this->changed($id, fn (): AuthoredNotice => $this->access->hosted($viewer, $id), function (AuthoredNotice $one) use ($viewer, &$stopped): void {
			$stopped = !$one->isKeptBy($viewer) && $one->notice->is(Notice::OPEN);
			$this->ended($one, $stopped);
		});
		if ($stopped) {
			$this->notifications->notifyStopped($this->access->seen($viewer, $id));
		}
	}

	/**
	 * Reopens a notice; its outcome is deleted.
	 *
	 * @throws ReasonException not_found · not_yours · card_hidden · notice_stopped: only facilitators reopen what they ended · enough_notices · enough_notices_today
	 */
	public function reopen(Viewer $viewer, int $id): void {
		$this->countBrought($viewer, $this->access->hosted($viewer, $id)->notice);
		$this->changed($id, fn (): AuthoredNotice => $this->access->hosted($viewer, $id), function (AuthoredNotice $one) use ($viewer): void {
			$notice = $one->notice;
			if ($notice->is(Notice::OPEN)) {
				return;
			}
			if ($notice->isStopped() && !$viewer->facilitator) {
				throw self::refusal('notice_stopped');
			}
			if (!$notice->isStopped() && !$one->isKeptBy($viewer)) {
				throw ReasonException::notYours();
			}
			NoticeAccess::requireShown($one->author);
			$notice->setState(Notice::OPEN);
			$notice->setStopped(null);
			$notice->setOutcome(null);
			$notice->setDoneAt(null);
			if ($notice->getUntilDay() < $this->rules->today()) {
				$notice->beginPeriod($this->rules->lastDay($notice, null));
			}
			$this->store->update($notice, []);
		});
	}

	/**
	 * @throws ReasonException not_found · not_yours
	 */
	public function delete(Viewer $viewer, int $id): void {
		$this->changed($id, fn (): AuthoredNotice => $this->access->kept($viewer, $id), fn (AuthoredNotice $one) => $this->store->delete($one->notice));
	}

	/**
	 * Renews, closes or ends a notice by the link in a mail, for the person who opened it.
	 *
	 * @param 'renew'|'close'|'end' $answer
	 * @param callable(): AuthoredNotice $open opens the link, again after the notice is locked
	 * @throws ReasonException those of the act · what opening the link throws
	 */
	public function byLink(string $answer, callable $open, string $outcome = ''): void {
		$this->changed($open()->id(), $open, fn (AuthoredNotice $one) => match ($answer) {
			'renew' => $this->renewed($one, null),
			'close' => $this->closed($one, $outcome, []),
			'end' => $this->ended($one, false),
		});
	}

	private function renewed(AuthoredNotice $one, mixed $until): void {
		$notice = $one->notice;
		self::requireNotStopped($notice);
		if ($notice->is(Notice::DONE)) {
			throw self::refusal('notice_closed');
		}
		NoticeAccess::requireShown($one->author);
		$notice->setState(Notice::OPEN);
		$notice->beginPeriod($this->rules->lastDay($notice, $until));
		$this->store->update($notice);
	}

	/** @param list<int> $thanks */
	private function closed(AuthoredNotice $one, string $outcome, array $thanks): void {
		self::requireNotStopped($one->notice);
		if (!$one->notice->is(Notice::DONE)) {
			$one->notice->setDoneAt($this->clock->getTime());
		}
		$one->notice->setState(Notice::DONE);
		$one->notice->setOutcome($outcome);
		$one->notice->setTokenHash(null);
		$this->store->update($one->notice, $thanks);
	}

	private function ended(AuthoredNotice $one, bool $stopped): void {
		if (!$one->notice->is(Notice::OPEN)) {
			throw self::refusal('notice_closed');
		}
		$one->notice->setState(Notice::ENDED);
		$one->notice->setStopped($stopped ? true : null);
		$one->notice->setTokenHash(null);
		$this->store->update($one->notice);
	}

	/**
	 * People who are thanked, as far as the viewer may know them. People thanked before whom the viewer can no longer see are kept, because the viewer was not shown them.
	 *
	 * @param list<int> $ids
	 * @return list<int>
	 * @throws ReasonException unknown_member
	 */
	private function thanked(Viewer $viewer, AuthoredNotice $one, array $ids): array {
		$before = $this->access->thanked($one);
		$people = $this->people->briefly([...$ids, ...$before]);
		foreach ($ids as $i => $id) {
			if (!isset($people[$id]) || $id === $one->author->ownerId() || !People::knows($viewer, $people[$id])) {
				throw ReasonException::at('unknown_member', "thanks.$i");
			}
		}
		$hidden = array_filter($before, static fn (int $id): bool => isset($people[$id]) && !People::knows($viewer, $people[$id]));
		return array_values(array_unique([...$ids, ...$hidden]));
	}

	/**
	 * @param callable(): AuthoredNotice $find the current notice, if the act is allowed
	 * @param callable(AuthoredNotice): mixed $change of the locked notice
	 */
	private function changed(int $id, callable $find, callable $change, int ...$others): void {
		$author = $find()->author->ownerId();
		$this->atomicAgain(function () use ($id, $find, $change, $author, $others): void {
			$this->people->hold($author, ...$others);
			$this->notices->hold($id);
			$change($find());
		}, $this->db);
		// The notifications to the author are answered now.
		$this->notifications->settled($id);
	}

	/**
	 * A file may contain any number of notices: opening one of them counts as publishing it.
	 *
	 * @throws ReasonException enough_notices · enough_notices_today
	 */
	private function countBrought(Viewer $viewer, Notice $notice): void {
		if ($notice->isBrought() && !$notice->is(Notice::OPEN) && !$notice->isStopped()) {
			$this->limits->count($viewer);
		}
	}

	private static function requireNotStopped(Notice $notice): void {
		if ($notice->isStopped()) {
			throw self::refusal('notice_stopped');
		}
	}

	private static function refusal(string $reason): ReasonException {
		return new ReasonException($reason, Http::STATUS_UNPROCESSABLE_ENTITY);
	}
}
