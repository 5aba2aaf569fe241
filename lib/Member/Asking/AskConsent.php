<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Asking;

use OCA\Reseau\Member\Card\KeptMapper;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\Status;
use OCA\Reseau\Member\Consent\ConsentMapper;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Member\Editing\MemberService;
use OCA\Reseau\Member\Token\Invitation;
use OCA\Reseau\Member\Token\InvitationMapper;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\DB\Exception;
use OCP\IURLGenerator;

/**
 * Asks people without an account, by mail, for their consent to the card kept for them. Who consented in another way is sent the link to their page, and
 * confirms there that the address is theirs.
 */
class AskConsent {
	/** How long an unanswered link works, in seconds. */
	private const LIFETIME = 30 * 86400;
	/** How long a person is not asked again at the same address, in seconds. */
	private const PATIENCE = 7 * 86400;
	/** How long handing a mail to the server may take, in seconds: after that it has failed silently. */
	private const SENDING = 600;
	/** How many names are listed together. */
	private const MOST = 300;

	public function __construct(
		private readonly KeptMapper $kept,
		private readonly ConsentMapper $consents,
		private readonly InvitationMapper $invitations,
		private readonly Refusals $refusals,
		private readonly ConsentMail $mail,
		private readonly IURLGenerator $urls,
		private readonly LinkTokens $tokens,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * The drafts this viewer keeps whose person has a mail address and was not yet asked.
	 *
	 * @return array{members: list<array{id: int, name: string}>, total: int} the first of them by name
	 */
	public function unasked(Viewer $viewer): array {
		$uid = (string)$viewer->uid;
		$now = $this->clock->getTime();
		return [
			'members' => array_map(
				static fn (Member $member): array => ['id' => $member->ownerId(), 'name' => $member->getName()],
				$this->kept->findUnasked($uid, $viewer->facilitator, $now, self::MOST),
			),
			'total' => $this->kept->countUnasked($uid, $viewer->facilitator, $now),
		];
	}

	/**
	 * @return array{to: string, answerTo: ?string, subject: string, text: string} the mail, without its link
	 * @throws ReasonException those of ask() except the last two
	 */
	public function preview(Member $member, string $byUid): array {
		return $this->mail->preview($this->requireAskable($member), $member->getName(), $byUid, $this->dayOfConsent($member));
	}

	/**
	 * Sends the mail. An earlier link stops working once the new mail has been sent.
	 *
	 * @throws ReasonException has_account · only_people · not_waiting · no_address · refused · already_asked · mail_failed: nothing was sent
	 */
	public function ask(Member $member, string $byUid): void {
		$address = $this->requireAskable($member);
		$now = $this->clock->getTime();
		$token = $this->tokens->make();
		$invitation = new Invitation();
		$invitation->setMemberId($member->ownerId());
		$invitation->setTokenHash(LinkTokens::hash($token));
		$invitation->setAddressHash($this->refusals->hash($address));
		$invitation->setMadeAt($now);
		$invitation->setExpiresAt($now + self::LIFETIME);
		$old = $this->invitations->findOf($member->ownerId());
		// Saved before it is sent: of two simultaneous requests only one sends an email.
		if (($old !== null && !$this->mayReplace($old, $member)) || !$this->put($old, $invitation)) {
			throw self::alreadyAsked();
		}
		$url = $this->urls->linkToRouteAbsolute('reseau.page.index') . "consent/$token";
		if (!$this->mail->send($address, $member->getName(), $byUid, $url, $this->dayOfConsent($member))) {
			$old === null ? $this->invitations->deleteByHash($invitation->getTokenHash()) : $this->invitations->replace($invitation, $old);
			throw new ReasonException('mail_failed', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		$sent = clone $invitation;
		$sent->setSentAt($this->clock->getTime());
		$this->invitations->replace($invitation, $sent);
	}

	/** Invalidates the link in the mail. */
	public function revoke(Member $member): void {
		$this->invitations->deleteOf($member->ownerId());
	}

	/**
	 * The state of the question, for the card's keeper.
	 *
	 * @return ?array{on: string, until: ?string, again: bool} when it was sent; until when the link works, null: as long as the card is kept, since
	 *         the person consented; whether they may be asked again. null: not asked
	 */
	public function state(Member $member): ?array {
		$invitation = $this->invitations->findOf($member->ownerId());
		if ($invitation === null || $invitation->getSentAt() === null) {
			return null;
		}
		$expires = $invitation->getExpiresAt();
		return [
			'on' => gmdate(DATE_ATOM, $invitation->getSentAt()),
			'until' => $expires === null ? null : gmdate(DATE_ATOM, $expires),
			'again' => !$this->hasAnswered($invitation, $member) && $this->mayReplace($invitation, $member),
		];
	}

	/** @return string the address */
	private function requireAskable(Member $member): string {
		MemberService::requireNoAccount($member);
		$member->kind()->requirePerson();
		$asked = $this->invitations->findOf($member->ownerId());
		if ($this->dayOfConsent($member) === null ? !$member->statusIs(Status::Draft) : $member->statusIs(Status::Withdrawn) || ($asked !== null && $this->hasAnswered($asked, $member))) {
			throw new ReasonException('not_waiting', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		$address = $member->contactDetails()['email'] ?? throw new ReasonException('no_address', Http::STATUS_UNPROCESSABLE_ENTITY);
		$this->refusals->requireNone(['email' => $address]);
		return $address;
	}

	/** YYYY-MM-DD; null: the person has not consented. */
	private function dayOfConsent(Member $member): ?string {
		return $this->consents->inForce($member->ownerId())?->getGivenOn();
	}

	/** Whether the person consented by a link sent to the address of the card. */
	private function hasAnswered(Invitation $invitation, Member $member): bool {
		return $invitation->getExpiresAt() === null && $invitation->getSentAt() !== null
			&& $this->refusals->isHashOf($member->contactDetails()['email'] ?? '', $invitation->getAddressHash());
	}

	/** Whether asking now would not ask the person twice. */
	private function mayReplace(Invitation $invitation, Member $member): bool {
		$now = $this->clock->getTime();
		$sent = $invitation->getSentAt();
		return match (true) {
			$sent === null => $invitation->getMadeAt() < $now - self::SENDING,
			!$this->refusals->isHashOf($member->contactDetails()['email'] ?? '', $invitation->getAddressHash()) => true,
			default => $sent < $now - self::PATIENCE,
		};
	}

	private function put(?Invitation $old, Invitation $new): bool {
		if ($old !== null) {
			return $this->invitations->replace($old, $new);
		}
		try {
			$this->invitations->insert($new);
			return true;
		} catch (Exception $e) {
			return $e->getReason() === Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION ? false : throw $e;
		}
	}

	private static function alreadyAsked(): ReasonException {
		return new ReasonException('already_asked', Http::STATUS_CONFLICT);
	}
}
