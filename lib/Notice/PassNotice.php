<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Member\Asking\AnswerConsent;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Member\Editing\MemberService;
use OCA\Reseau\Member\People;
use OCA\Reseau\Message\Conversations;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\Mail\OutsideMails;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;

/**
 * The keeper of a card sends its person a notice by mail. That it was sent is written before it is: if the run dies in between, the person has not got it,
 * but nobody gets the same notice twice. If the mail fails, this is undone.
 */
class PassNotice {
	use Atomic;

	/** Mails of this kind that a person gets within a week, whoever sends them. */
	private const MOST = 2;
	private const WEEK = 7 * 86_400;

	public function __construct(
		private readonly IDBConnection $db,
		private readonly NoticeAccess $access,
		private readonly PassedNoticeMapper $passed,
		private readonly PassedLinks $links,
		private readonly PassedMail $mail,
		private readonly AnswerConsent $consents,
		private readonly Refusals $refusals,
		private readonly Conversations $conversations,
		private readonly People $people,
		private readonly OutsideMails $limit,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * Who of the people whose cards the viewer keeps has the notice, and since when.
	 *
	 * @return array{people: list<array{id: int, sent: string}>} PassedSchema of src/notice/model.ts
	 * @throws ReasonException not_found
	 */
	public function passed(Viewer $viewer, int $noticeId): array {
		$sent = $this->passed->sentOf($this->access->seen($viewer, $noticeId)->id());
		$kept = array_filter($this->people->briefly(array_keys($sent)), static fn (Member $person): bool => Visibility::keeps($viewer, $person));
		return ['people' => array_map(static fn (int $id): array => ['id' => $id, 'sent' => gmdate(DATE_ATOM, $sent[$id])], array_keys($kept))];
	}

	/**
	 * @return array<string, mixed> PassingSchema of src/notice/model.ts
	 * @throws ReasonException not_found · not_yours · has_account
	 */
	public function state(Viewer $viewer, int $memberId, int $noticeId): array {
		[$person, $one] = $this->read($viewer, $memberId, $noticeId);
		$obstacle = $this->obstacle($viewer, $person, $one);
		$sent = $this->passed->findOf($noticeId, $memberId)?->getSentAt();
		return [
			'name' => $person->getName(),
			'obstacle' => $obstacle,
			'sent' => $sent === null ? null : gmdate(DATE_ATOM, $sent),
			'mail' => $obstacle !== null ? null : $this->preview($viewer, $person, $one),
		];
	}

	/**
	 * @param mixed $seen of the mail that the keeper has read, raw input
	 * @throws ReasonException those of state() · the obstacle · wrong_type · mail_changed · enough_mails · enough_mails_today · mail_failed: nothing was sent
	 */
	public function send(Viewer $viewer, int $memberId, int $noticeId, mixed $seen): void {
		$seen = Input::string($seen, 'seen');
		[, $one] = $this->ready($viewer, $memberId, $noticeId, $seen);
		$this->limit->count($viewer);
		$author = $one->author->ownerId();
		$now = $this->clock->getTime();
		[$person, $one, $address, $token] = $this->atomicAgain(function () use ($viewer, $memberId, $noticeId, $seen, $author, $now): array {
			$this->people->hold($author, $memberId);
			[$person, $one] = $this->ready($viewer, $memberId, $noticeId, $seen);
			[$link, $address, $token] = $this->links->of($one, $person) ?? throw self::refusal('not_by_mail');
			$link->setSentAt($now);
			$this->passed->update($link);
			return [$person, $one, $address, $token];
		}, $this->db);
		if (!$this->mail->send($address, $token, $person, (string)$viewer->uid, $one)) {
			$this->passed->takeBack($noticeId, $memberId, $now);
			throw self::refusal('mail_failed');
		}
	}

	/**
	 * @return array{Member, AuthoredNotice}
	 * @throws ReasonException not_found · not_yours · has_account
	 */
	private function read(Viewer $viewer, int $memberId, int $noticeId): array {
		$person = $this->people->byId($memberId);
		if ($person === null || !People::knows($viewer, $person)) {
			throw ReasonException::notFound();
		}
		if (!Visibility::keeps($viewer, $person)) {
			throw ReasonException::notYours();
		}
		MemberService::requireNoAccount($person);
		return [$person, $this->access->seen($viewer, $noticeId)];
	}

	/** @return array{Member, AuthoredNotice} if nothing is in the way, and the mail is the one that was seen */
	private function ready(Viewer $viewer, int $memberId, int $noticeId, string $seen): array {
		[$person, $one] = $this->read($viewer, $memberId, $noticeId);
		$obstacle = $this->obstacle($viewer, $person, $one);
		if ($obstacle !== null) {
			throw self::refusal($obstacle);
		}
		return $this->preview($viewer, $person, $one)['seen'] === $seen ? [$person, $one] : throw new ReasonException('mail_changed', Http::STATUS_CONFLICT);
	}

	/** @return array{to: string, answerTo: ?string, subject: string, text: string, seen: string} the very mail, without its link */
	private function preview(Viewer $viewer, Member $person, AuthoredNotice $one): array {
		$mail = $this->mail->preview((string)$this->links->addressOf($person), $person, (string)$viewer->uid, $one);
		return $mail + ['seen' => hash('sha256', json_encode([$mail['to'], $this->mail->words($one)], JSON_THROW_ON_ERROR))];
	}

	/** Why the notice cannot be sent to this person: the PASS_OBSTACLES of src/notice/model.ts; null: it can. */
	private function obstacle(Viewer $viewer, Member $person, AuthoredNotice $one): ?string {
		return match (true) {
			!$one->isOpen() => 'notice_ended',
			$one->notice->getOnlyGroup() !== null => 'notice_of_group',
			$one->author->ownerId() === $person->ownerId() => 'own_notice',
			// Nobody could write their two sides.
			$one->author->getUid() === null && $one->isKeptBy($viewer) => 'kept_author',
			!$person->isShown() => 'card_hidden',
			$this->passed->isStopped($person->ownerId()) => 'no_notices',
			$this->consents->addressOf($person) === null || $this->isRefused($person) => 'not_by_mail',
			$this->passed->findOf($one->id(), $person->ownerId())?->getSentAt() !== null => 'already_sent',
			$this->conversations->about($person->ownerId(), $one->topic()) !== null => 'already_writing',
			$this->passed->countSince($person->ownerId(), $this->clock->getTime() - self::WEEK) >= self::MOST => 'enough_this_week',
			default => null,
		};
	}

	/** Whether the owner of the address refused to be in the network since. */
	private function isRefused(Member $person): bool {
		try {
			$this->refusals->requireNoneSince($person->ownerId(), $person->contactDetails());
			return false;
		} catch (ReasonException) {
			return true;
		}
	}

	private static function refusal(string $reason): ReasonException {
		return new ReasonException($reason, Http::STATUS_UNPROCESSABLE_ENTITY);
	}
}
