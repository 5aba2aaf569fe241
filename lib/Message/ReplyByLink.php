<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\Ledger;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Shared\RequestKey;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;

/** What a person without an account does by the link in their mail: they read the conversation, answer, or want no more mails of it. */
class ReplyByLink {
	use Atomic;

	/** Answers within an hour: nobody has logged in who could be counted. */
	private const MOST = 20;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly People $people,
		private readonly ReplyLinks $links,
		private readonly Conversations $conversations,
		private readonly WriteMessage $writing,
		private readonly MessageMapper $messages,
		private readonly PartyMapper $parties,
		private readonly Ledger $ledger,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * @return array{TwoPeople, Side}
	 * @throws ReasonException link_gone
	 */
	public function open(string $token): array {
		return $this->links->open($token);
	}

	/**
	 * @param mixed $text raw input
	 * @param mixed $key raw input: sent again with the same one, it is one message
	 * @throws ReasonException link_gone · those of MessageRules and MessageAccess · enough_messages
	 */
	public function answer(string $token, mixed $text, mixed $key): void {
		[$people, $side] = $this->links->open($token);
		$text = MessageRules::text($text);
		$key = RequestKey::hash($key, "link $token");
		$this->requireRoom($people, $side, $key);
		$this->writing->reply(fn (): array => $this->links->open($token), $text, $key);
	}

	/**
	 * Their first message about something that they read by the link in another mail.
	 *
	 * @param callable(): array{Member, Topic} $open opens that link
	 * @param mixed $text raw input
	 * @param mixed $key raw input: sent again with the same one, it is one message
	 * @return int number of the conversation
	 * @throws ReasonException those of $open · of WriteMessage::startFrom() · enough_messages
	 */
	public function start(string $token, callable $open, mixed $text, mixed $key): int {
		[$person, $topic] = $open();
		$text = MessageRules::text($text);
		$key = RequestKey::hash($key, "link $token");
		$people = $this->conversations->about($person->ownerId(), $topic);
		$side = $people?->sideOfPerson($person->ownerId());
		if ($people !== null && $side !== null) {
			$this->requireRoom($people, $side, $key);
		}
		return $this->writing->startFrom(static fn (): Sender => new Sender(new Viewer(null), $open()[0]), static fn (): Topic => $open()[1], $text, $key);
	}

	private function requireRoom(TwoPeople $people, Side $side, string $key): void {
		if ($this->messages->findByKey($key) === null && $this->messages->countSince($people->id(), $side, $this->clock->getTime() - 3600) >= self::MOST) {
			throw new ReasonException('enough_messages', Http::STATUS_TOO_MANY_REQUESTS);
		}
	}

	/**
	 * The link stops working; from now on the keeper of the card gets the messages.
	 *
	 * @throws ReasonException link_gone
	 */
	public function stop(string $token): void {
		[$people, $side] = $this->links->open($token);
		$memberId = (int)$people->party($side)?->getMemberId();
		$this->atomicAgain(function () use ($token, $memberId): void {
			$this->people->hold($memberId);
			[$people, $side] = $this->links->open($token);
			$party = $people->party($side);
			if ($party !== null) {
				$this->parties->unlink($party);
				$this->ledger->ofPerson($memberId, Consent::MESSAGES_ENDED, (string)$people->id(), Consent::BY_LINK, null);
			}
		}, $this->db);
	}
}
