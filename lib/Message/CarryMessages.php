<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\IDBConnection;

/** The keeper of a card records that they passed the messages on to its person, how, and on which day; the sender sees it. */
class CarryMessages {
	use Atomic;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly ConversationMapper $conversations,
		private readonly Conversations $reading,
		private readonly MessageText $texts,
		private readonly MessageMapper $messages,
		private readonly MessageAccess $access,
		private readonly MessageStore $store,
		private readonly DeliverMessage $delivery,
		private readonly Days $days,
	) {
	}

	/**
	 * Messages to the person of a card that are not passed on yet.
	 *
	 * @return list<array{conversation: int, by: ?string, texts: list<string>}> `by`: the name of the sender, if the viewer may know it
	 */
	public function waiting(Viewer $viewer, int $memberId): array {
		$waiting = [];
		foreach ($this->reading->ofMember($memberId) as $people) {
			$side = $people->sideOfPerson($memberId);
			if ($side === null || $this->access->toCarry($people, $side)[0] === null) {
				continue;
			}
			$texts = [];
			foreach ($this->messages->findOf($people->id()) as $message) {
				$texts = $message->side() === $side ? [] : [...$texts, (string)$this->texts->read($message)];
			}
			$waiting[] = ['conversation' => $people->id(), 'by' => $people->known($viewer, $side->other())?->getName(), 'texts' => array_values(array_filter($texts))];
		}
		return $waiting;
	}

	/**
	 * Records that all of them were passed on; if all already were, corrects the record.
	 *
	 * @param array<array-key, mixed> $input CarriedSchema of src/message/model.ts, raw input
	 * @throws ReasonException not_found · unknown_way · bad_date · nothing_to_carry
	 */
	public function carry(Viewer $viewer, int $id, array $input): void {
		$this->access->own($viewer, $id);
		$how = MessageRules::way($input['how'] ?? null);
		$day = Input::date($input['day'] ?? null);
		// The next day may have begun in the keeper's time zone.
		if ($day === null || $day > $this->days->today('+1 day')) {
			throw new ReasonException('bad_date', details: ['field' => 'day']);
		}
		$new = $this->atomicAgain(function () use ($viewer, $id, $how, $day): ?Message {
			$this->conversations->hold($id);
			[$people, $side] = $this->access->own($viewer, $id);
			[$waiting, $note] = $this->access->toCarry($people, $side);
			if ($waiting === null && $note === null) {
				throw new ReasonException('nothing_to_carry', Http::STATUS_UNPROCESSABLE_ENTITY);
			}
			if ($note === null) {
				return $this->store->append($people, $side, '', hash('sha256', "carried $id {$people->conversation->getLastId()}"), $viewer->uid, [$how, $day]);
			}
			$note->setCarriedHow($how);
			$note->setCarriedOn($day);
			$note->setByUid($viewer->uid);
			$this->messages->update($note);
			return null;
		}, $this->db);
		if ($new !== null) {
			$this->delivery->deliver($new);
		}
	}
}
