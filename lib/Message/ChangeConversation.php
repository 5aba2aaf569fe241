<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\IDBConnection;

/** Reading, closing, muting and reporting a conversation. */
class ChangeConversation {
	use Atomic;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly ConversationMapper $conversations,
		private readonly PartyMapper $parties,
		private readonly MessageAccess $access,
		private readonly MessageNotifications $notifications,
	) {
	}

	/**
	 * @param mixed $upTo number of the last message that was seen, raw input
	 * @throws ReasonException not_found · wrong_type
	 */
	public function read(Viewer $viewer, int $id, mixed $upTo): void {
		[$people, $side] = $this->access->own($viewer, $id);
		$number = is_int($upTo) && $upTo >= 0 ? $upTo : throw new ReasonException('wrong_type', details: ['field' => 'upTo']);
		$party = $people->party($side);
		if ($party !== null) {
			$this->parties->markRead($party, min($number, $people->conversation->getLastId()));
		}
		if ($number >= $people->conversation->getLastId()) {
			$this->notifications->seen($id, (string)$viewer->uid);
		}
	}

	/**
	 * @param mixed $muted raw input
	 * @throws ReasonException not_found · wrong_type
	 */
	public function mute(Viewer $viewer, int $id, mixed $muted): void {
		[$people, $side] = $this->access->own($viewer, $id);
		$party = $people->party($side);
		if ($party !== null) {
			$this->parties->mute($party, Input::flag($muted, 'muted'));
		}
	}

	/**
	 * The two people close and reopen; the facilitators stop, and open again, what was reported.
	 *
	 * @param mixed $state raw input
	 * @throws ReasonException not_found · unknown_state · conversation_stopped
	 */
	public function setState(Viewer $viewer, int $id, mixed $state): void {
		$this->changed($viewer, $id, function (TwoPeople $people, ?Side $side) use ($state): void {
			$allowed = $side === null ? [Conversation::OPEN, Conversation::STOPPED] : [Conversation::OPEN, Conversation::CLOSED];
			if (!in_array($state, $allowed, true)) {
				throw new ReasonException('unknown_state', details: ['field' => 'state']);
			}
			if ($side !== null && $people->conversation->is(Conversation::STOPPED)) {
				throw new ReasonException('conversation_stopped', Http::STATUS_UNPROCESSABLE_ENTITY);
			}
			$people->conversation->setState($state);
		});
	}

	/**
	 * @param mixed $reported raw input; true by one of the two, false by the same or by the facilitators
	 * @throws ReasonException not_found · wrong_type · not_your_report
	 */
	public function report(Viewer $viewer, int $id, mixed $reported): void {
		$before = $after = null;
		$this->changed($viewer, $id, function (TwoPeople $people, ?Side $side) use ($reported, &$before, &$after): void {
			$conversation = $people->conversation;
			$before = $conversation->getReportedBy();
			$wanted = Input::flag($reported, 'reported');
			if ($wanted && $side !== null && $before === null) {
				$conversation->setReportedBy($side->value);
			} elseif (!$wanted && $before !== null) {
				if ($side !== null && $before !== $side->value) {
					throw new ReasonException('not_your_report', Http::STATUS_UNPROCESSABLE_ENTITY);
				}
				$conversation->setReportedBy(null);
			}
			$after = $conversation->getReportedBy();
		});
		match (true) {
			$before === $after => null,
			$after === null => $this->notifications->settled($id),
			default => $this->notifications->tellFacilitators($id),
		};
	}

	/**
	 * The author who was written to anonymously says who they are. It cannot be taken back: the other may have read it.
	 *
	 * @throws ReasonException not_found · card_hidden
	 */
	public function reveal(Viewer $viewer, int $id): void {
		$this->access->own($viewer, $id);
		$this->changed($viewer, $id, static function (TwoPeople $people, ?Side $side): void {
			if ($side !== null && $people->isMasked($side)) {
				if ($people->member($side)?->isShown() !== true) {
					throw new ReasonException('card_hidden', Http::STATUS_UNPROCESSABLE_ENTITY);
				}
				$people->conversation->setMasked(Conversation::REVEALED);
			}
		});
	}

	/**
	 * @param callable(TwoPeople, ?Side): void $change of the conversation as it is now
	 */
	private function changed(Viewer $viewer, int $id, callable $change): void {
		$this->access->readable($viewer, $id);
		$this->atomicAgain(function () use ($viewer, $id, $change): void {
			$this->conversations->hold($id);
			$people = $this->access->readable($viewer, $id);
			$change($people, $people->sideOf($viewer));
			$this->conversations->update($people->conversation);
		}, $this->db);
	}
}
