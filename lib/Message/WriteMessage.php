<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Interactions;
use OCA\Reseau\Shared\PlainText;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Shared\RequestKey;
use OCP\AppFramework\Http;
use OCP\DB\Exception;
use OCP\IDBConnection;

/**
 * Writes a message. The two cards are locked, then the conversation: neither person is hidden or erased between the check and the write, and
 * of two equal requests the second finds the message of the first. The mail and the notification are sent when everything is written.
 */
class WriteMessage {
	use Atomic;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly ConversationMapper $conversations,
		private readonly MessageMapper $messages,
		private readonly Conversations $reading,
		private readonly BeginConversation $begin,
		private readonly MessageAccess $access,
		private readonly MessageStore $store,
		private readonly MessageLimits $limits,
		private readonly DeliverMessage $delivery,
		private readonly People $people,
		private readonly Interactions $interactions,
	) {
	}

	/**
	 * Writes to the person of a card, or about something of theirs, also for a person whose card the viewer keeps. It goes to the existing conversation of the two
	 * about it, or to a new one.
	 *
	 * @param callable(): Topic $find the subject, if it can be answered; called again when the two cards are locked
	 * @param array<array-key, mixed> $input NewMessageSchema of src/message/model.ts, raw input
	 * @return int number of the conversation
	 * @throws ReasonException not_found · unknown_member · those of $find, MessageRules, MessageLimits and MessageAccess · links_too_early · restricted
	 */
	public function start(Viewer $viewer, callable $find, array $input): int {
		[$text, $key, $how] = self::check($viewer, $input);
		return $this->startFrom(fn (): Sender => $this->access->sender($viewer, $input['for'] ?? null), $find, $text, $key, $how);
	}

	/**
	 * As start(), for any writer.
	 *
	 * @param callable(): Sender $who the writer; called again, like $find, when the two cards are locked
	 * @param callable(): Topic $find
	 * @throws ReasonException those of start(), and of $who
	 */
	public function startFrom(callable $who, callable $find, string $text, string $key, ?string $how = null): int {
		$sent = $this->messages->findByKey($key);
		if ($sent !== null) {
			return $sent->getConversationId();
		}
		[$from, $to, $topic, $between] = $this->between($who(), $find());
		$this->requireNoLinks($between, $to, $text);
		if (!$topic->masked) {
			$this->interactions->requireAllowed($from->viewer->uid, $to->getUid());
		}
		$this->limits->countMessage($topic);
		if ($between === null) {
			$this->limits->countConversation($from);
		}
		return $this->send($key, [(int)$from->id(), $topic->memberId], function () use ($who, $find, $text, $key, $how): Message {
			[$from, , $topic, $between] = $this->between($who(), $find());
			$people = $between ?? $this->begin->about((int)$from->id(), $topic);
			return $this->add($from->viewer, $people, $text, $key, $people->sideOfPerson((int)$from->id()), $how);
		});
	}

	/**
	 * @return array{Sender, Member, Topic, ?TwoPeople} with the addressee, and the existing conversation
	 * @throws ReasonException not_found · author_gone · the obstacle
	 */
	private function between(Sender $from, Topic $topic): array {
		$to = $this->access->addressee($from->viewer, $topic);
		$between = $from->person === null ? null : $this->reading->about($from->person->ownerId(), $topic);
		$obstacle = $this->access->obstacle($from, $to, $topic, $between);
		return $obstacle === null ? [$from, $to, $topic, $between] : throw new ReasonException($obstacle, Http::STATUS_UNPROCESSABLE_ENTITY);
	}

	/**
	 * Writes in a conversation.
	 *
	 * @param array<array-key, mixed> $input as for start()
	 * @throws ReasonException not_found · those of MessageRules, MessageLimits and MessageAccess · links_too_early · restricted
	 */
	public function write(Viewer $viewer, int $id, array $input): void {
		[$people, $side] = $this->access->own($viewer, $id);
		[$text, $key, $how] = self::check($viewer, $input);
		if ($this->messages->findByKey($key) !== null) {
			return;
		}
		$this->access->requireWriting($viewer, $people, $side);
		$this->requireNoLinks($people, $people->member($side->other()), $text);
		// Nextcloud logs the accounts of such a check; it is skipped for an author who stays unnamed.
		if (!$people->isMasked($side) && !$people->isMasked($side->other())) {
			$this->interactions->requireAllowed($viewer->uid, $people->member($side->other())?->getUid());
		}
		$cards = array_map(static fn (Side $one): int => (int)$people->party($one)?->getMemberId(), Side::cases());
		$this->limits->countAnswer($people, $side->other());
		$this->send($key, $cards, fn (): Message => $this->add($viewer, $this->access->own($viewer, $id)[0], $text, $key, how: $how));
	}

	/**
	 * The answer of a person without an account, by the link in their mail.
	 *
	 * @param callable(): array{TwoPeople, Side} $open opens the link
	 * @throws ReasonException those of MessageRules and MessageAccess · link_gone · enough_messages
	 */
	public function reply(callable $open, string $text, string $key): void {
		[$people] = $open();
		$cards = array_map(static fn (Side $one): int => (int)$people->party($one)?->getMemberId(), Side::cases());
		$this->send($key, $cards, function () use ($open, $text, $key): Message {
			[$people, $side] = $open();
			return $this->add(new Viewer(null), $people, $text, $key, $side);
		});
	}

	/**
	 * @param list<int> $cards
	 * @param callable(): Message $write
	 * @return int number of the conversation
	 */
	private function send(string $key, array $cards, callable $write): int {
		$new = false;
		try {
			$message = $this->atomicAgain(function () use ($cards, $key, $write, &$new): Message {
				$this->people->hold(...$cards);
				$sent = $this->messages->findByKey($key);
				$new = $sent === null;
				return $sent ?? $write();
			}, $this->db);
		} catch (Exception $e) {
			// The same key at the same moment, to another person: the first one counts.
			$sent = $e->getReason() === Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION ? $this->messages->findByKey($key) : null;
			return $sent?->getConversationId() ?? throw $e;
		}
		if ($new) {
			$this->delivery->deliver($message);
		}
		return $message->getConversationId();
	}

	/**
	 * @param ?Side $side of the writer; null: the viewer's
	 * @param ?string $how how a person without an account gave it
	 */
	private function add(Viewer $viewer, TwoPeople $people, string $text, string $key, ?Side $side = null, ?string $how = null): Message {
		$this->conversations->hold($people->id());
		$people = $this->reading->one($people->id()) ?? throw ReasonException::notFound();
		$side ??= $people->sideOf($viewer) ?? throw ReasonException::notFound();
		$this->access->requireWriting($viewer, $people, $side);
		$this->requireNoLinks($people, $people->member($side->other()), $text);
		$byUid = $people->member($side)?->getUid() === null ? $viewer->uid : null;
		return $this->store->append($people, $side, $text, $key, $byUid, how: $byUid === null ? null : $how);
	}

	/**
	 * Links are for people who have been answered, so that no one sends them to strangers.
	 *
	 * @throws ReasonException links_too_early
	 */
	private function requireNoLinks(?TwoPeople $people, ?Member $to, string $text): void {
		$answered = $people !== null && $to !== null && $this->access->hasWritten($people, $to);
		if (!$answered && PlainText::hasAddress($text)) {
			throw new ReasonException('links_too_early', Http::STATUS_UNPROCESSABLE_ENTITY, ['field' => 'text']);
		}
	}

	/**
	 * @param array<array-key, mixed> $input
	 * @return array{string, string, ?string} text, hash of the key, and how a person without an account gave it
	 */
	private static function check(Viewer $viewer, array $input): array {
		$how = isset($input['how']) ? MessageRules::way($input['how']) : null;
		return [MessageRules::text($input['text'] ?? null), RequestKey::hash($input['key'] ?? null, (string)$viewer->uid), $how];
	}
}
