<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Session;

use OCA\Reseau\Matching\BringTogether;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\IDBConnection;

/** People, or the keepers of their cards, say what becomes of what they said in a session. The card is locked, then the row. */
class AnswerSaid {
	use Atomic;

	public function __construct(
		private readonly SessionPersonMapper $persons,
		private readonly SessionRowMapper $rows,
		private readonly SessionPairMapper $pairs,
		private readonly Said $said,
		private readonly SessionNotifications $notifications,
		private readonly PublishSaid $publishing,
		private readonly SessionWords $words,
		private readonly BringTogether $together,
		private readonly People $people,
		private readonly IDBConnection $db,
	) {
	}

	/**
	 * As it was said, or in other words.
	 *
	 * @param array<array-key, mixed> $input PublicationSchema of src/session/model.ts, raw input
	 * @return int number of the notice; of the one there is if it was published
	 * @throws ReasonException not_found · card_hidden · those of SessionRules
	 */
	public function publish(Viewer $viewer, int $rowId, array $input): int {
		$this->row($viewer, $rowId);
		$kind = isset($input['kind']) ? SessionRules::kind($input['kind']) : null;
		$text = isset($input['text']) ? SessionRules::text($input['text']) : null;
		return $this->changed($viewer, $rowId, function (SessionRow $row, Member $member) use ($kind, $text): int {
			if ($row->is(SessionRow::PUBLISHED)) {
				return $row->getNoticeId() ?? throw ReasonException::notFound();
			}
			return $this->publishing->publish($member, $row, $kind ?? $row->getKind(), $text ?? $this->words->read($row->getText()));
		});
	}

	/**
	 * Not to be published, silently.
	 *
	 * @throws ReasonException not_found · said_published
	 */
	public function decline(Viewer $viewer, int $rowId): void {
		$this->setState($viewer, $rowId, SessionRow::DECLINED);
	}

	/**
	 * @throws ReasonException not_found · said_published
	 */
	public function undo(Viewer $viewer, int $rowId): void {
		$this->setState($viewer, $rowId, SessionRow::WAITING);
	}

	/**
	 * Would like to be introduced.
	 *
	 * @throws ReasonException not_found
	 */
	public function agree(Viewer $viewer, int $pairId): void {
		$pair = $this->pairs->find($pairId);
		if ($pair === null || $this->said->sides($viewer, $pair) === null) {
			throw ReasonException::notFound();
		}
		$introduction = $this->atomicAgain(function () use ($viewer, $pair): ?int {
			$this->people->hold($pair->getOneId(), $pair->getOtherId());
			$sides = $this->said->sides($viewer, $pair) ?? throw ReasonException::notFound();
			return $this->together->bring($viewer, $sides[0], $sides[1], $pair->getMediatorUid());
		}, $this->db);
		if ($introduction !== null) {
			$this->together->tell($viewer, $introduction);
		}
		$this->settle($viewer, $pair->getSessionId());
	}

	private function setState(Viewer $viewer, int $rowId, string $state): void {
		$this->changed($viewer, $rowId, function (SessionRow $row) use ($state): void {
			if ($row->is(SessionRow::PUBLISHED)) {
				throw new ReasonException('said_published', Http::STATUS_CONFLICT);
			}
			$row->setState($state);
			$this->rows->update($row);
		});
	}

	/**
	 * @template T
	 * @param callable(SessionRow, Member): T $change
	 * @return T
	 */
	private function changed(Viewer $viewer, int $rowId, callable $change): mixed {
		[$row, $member] = $this->row($viewer, $rowId);
		$answer = $this->atomicAgain(function () use ($viewer, $rowId, $member, $change): mixed {
			$this->people->hold($member->ownerId());
			$this->rows->hold($rowId);
			return $change(...$this->row($viewer, $rowId));
		}, $this->db);
		$this->settle($viewer, $row->getSessionId());
		return $answer;
	}

	private function settle(Viewer $viewer, int $sessionId): void {
		if (!$this->said->waits($viewer, $sessionId)) {
			$this->notifications->settled($sessionId, $viewer->uid);
		}
	}

	/**
	 * A row of an ended session that the viewer decides about.
	 *
	 * @return array{SessionRow, Member}
	 * @throws ReasonException not_found
	 */
	private function row(Viewer $viewer, int $id): array {
		$row = $this->rows->find($id);
		$member = $row === null || $row->is(SessionRow::SAID) ? null : $this->people->byId((int)$this->persons->find($row->getPersonId())?->getMemberId());
		return $row !== null && $member !== null && Visibility::keeps($viewer, $member) ? [$row, $member] : throw ReasonException::notFound();
	}
}
