<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\Ledger;
use OCA\Reseau\Member\People;
use OCA\Reseau\Message\Conversations;
use OCA\Reseau\Message\ReplyByLink;
use OCA\Reseau\Message\ReplyLinks;
use OCA\Reseau\Message\Topic;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\IDBConnection;

/** A person without an account uses the link in a mail with a notice: answers its author, or stops such mails. */
class AnswerByLink {
	use Atomic;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly PassedLinks $links,
		private readonly PassedNoticeMapper $passed,
		private readonly ReplyByLink $replies,
		private readonly ReplyLinks $replyLinks,
		private readonly Conversations $conversations,
		private readonly People $people,
		private readonly Ledger $ledger,
	) {
	}

	/**
	 * @param mixed $text raw input
	 * @param mixed $key raw input: sent again with the same key, it stays one message
	 * @throws ReasonException link_gone · notice_ended · those of ReplyByLink::start()
	 */
	public function send(string $token, mixed $text, mixed $key): void {
		[, $person] = $this->links->open($token);
		$id = $this->replies->start($token, fn (): array => $this->open($token), $text, $key);
		// From now on the page links to the conversation, also before the next mail.
		$people = $this->conversations->one($id);
		$side = $people?->sideOfPerson($person->ownerId());
		if ($people !== null && $side !== null) {
			$this->replyLinks->of($people, $side);
		}
	}

	/**
	 * Stores that they want no more notices by mail, or want them again.
	 *
	 * @throws ReasonException link_gone
	 */
	public function stop(string $token, bool $stop): void {
		[, $person] = $this->links->open($token);
		$this->stopFor($person->ownerId(), $stop, fn (): array => $this->links->open($token));
	}

	/**
	 * Stops or restarts the mails for a person who asks for it elsewhere.
	 *
	 * @param ?callable(): mixed $still throws if they may no longer do so
	 */
	public function stopFor(int $memberId, bool $stop, ?callable $still = null): void {
		$this->atomicAgain(function () use ($memberId, $stop, $still): void {
			$this->people->hold($memberId);
			$still === null ?: $still();
			if ($this->passed->stop($memberId, $stop)) {
				$this->ledger->ofPerson($memberId, $stop ? Consent::NOTICES_ENDED : Consent::NOTICES, null, Consent::BY_LINK, null);
			}
		}, $this->db);
	}

	public function isStopped(Member $person): bool {
		return $this->passed->isStopped($person->ownerId());
	}

	/** @return array{Member, Topic} */
	private function open(string $token): array {
		[$one, $person] = $this->links->open($token);
		if ($this->isStopped($person)) {
			throw new ReasonException('no_notices', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		return $one->isOpen() ? [$person, $one->topic()] : throw new ReasonException('notice_ended', Http::STATUS_UNPROCESSABLE_ENTITY);
	}
}
