<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Group\AskOutcome;
use OCA\Reseau\Group\Group;
use OCA\Reseau\Group\GroupLimits;
use OCA\Reseau\Group\GroupLock;
use OCA\Reseau\Group\GroupPeople;
use OCA\Reseau\Group\Invitations;
use OCA\Reseau\Group\Membership;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Member\Directory\MemberPresenter;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Shared\Mail\OutsideMails;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IURLGenerator;

/**
 * Invites people to a group, each in the available way: a notification, a mail, or an entry in the list of people to ask in person. What a person
 * hides from the inviter does not change the result shown: an address gets the mail, regardless of its owner.
 */
class AskPeople {
	/** Maximum at once, as ASK_LIMITS of src/minutes/ask/model.ts. */
	public const AT_ONCE = 100;
	/** How long an unanswered link works and its person's data is kept, in seconds. */
	private const LIFETIME = 30 * 86400;
	/** How long handing a mail to the server may take, in seconds: after that it has failed silently. */
	private const SENDING = 600;

	public function __construct(
		private readonly AskMapper $asks,
		private readonly AskedData $data,
		private readonly Asks $waiting,
		private readonly AskMail $mail,
		private readonly GroupLock $lock,
		private readonly Invitations $invitations,
		private readonly GroupLimits $limits,
		private readonly People $people,
		private readonly MemberPresenter $presenter,
		private readonly Refusals $refusals,
		private readonly OutsideMails $mails,
		private readonly IURLGenerator $urls,
		private readonly LinkTokens $tokens,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * @param mixed $people raw input: list of AskedPersonSchema of src/minutes/ask/model.ts
	 * @return list<array{key: string, outcome: string}> AskedSchema
	 * @throws ReasonException wrong_type · bad_text · too_long · too_many · group_closed
	 */
	public function ask(Viewer $viewer, GroupPeople $group, mixed $people): array {
		self::requireOpen($group->group);
		$read = array_map(AskedPerson::read(...), Fields::list($people, 'people', self::AT_ONCE), array_keys((array)$people));
		return array_map(fn (AskedPerson $person): array => [
			'key' => $person->key,
			'outcome' => $person->memberId === null ? $this->person($viewer, $group, $person, null) : $this->member($viewer, $group, $person, $person->memberId),
		], $read);
	}

	/**
	 * Sends another mail to a person who has not answered. The earlier link stops working once the new mail has been sent.
	 *
	 * @throws ReasonException group_closed · no_address · already_asked · enough_mails · enough_mails_today · mail_failed: nothing was sent
	 */
	public function again(Viewer $viewer, GroupPeople $group, Ask $ask): void {
		self::requireOpen($group->group);
		if ($ask->getState() === Ask::BY_HAND) {
			throw new ReasonException('no_address', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		if (!$this->waiting->mayRepeat($ask)) {
			throw new ReasonException('already_asked', Http::STATUS_CONFLICT);
		}
		$this->mails->count($viewer);
		$before = clone $ask;
		$token = $this->token($ask);
		$ask->setByUid($viewer->uid);
		$ask->setSentAt($this->clock->getTime());
		if (!$this->asks->renew($ask, (string)$before->getTokenHash())) {
			throw new ReasonException('already_asked', Http::STATUS_CONFLICT);
		}
		if (!$this->send($viewer, $group->group, $ask, $token)) {
			$this->asks->renew($before, (string)$ask->getTokenHash());
			throw new ReasonException('mail_failed', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
	}

	/** A person who has a card the viewer sees. */
	private function member(Viewer $viewer, GroupPeople $group, AskedPerson $person, int $memberId): string {
		$member = $this->people->byId($memberId);
		$card = $member === null ? [] : $this->presenter->present($viewer, $member);
		if ($member === null || $card === []) {
			return 'gone';
		}
		if ($member->getUid() !== null) {
			try {
				$this->limits->countInvitation($viewer);
			} catch (ReasonException) {
				return 'later';
			}
			return match ($this->invitations->ask($group->id(), $memberId, (string)$viewer->uid)) {
				AskOutcome::Notified => 'notified',
				AskOutcome::NoAccount, AskOutcome::KeeperAsked => 'by_hand',
				AskOutcome::AskedAlready => 'asked_already',
				AskOutcome::RefusedBefore => 'refused',
				AskOutcome::InAlready => 'in_already',
			};
		}
		$known = match ($group->of($memberId)?->getState()) {
			Membership::ACTIVE => 'in_already',
			Membership::DECLINED => 'refused',
			default => null,
		};
		// The mail goes only to the card's address, and only if the viewer may read it: the link leads to the card.
		$email = ((array)($card['contact'] ?? []))['email'] ?? '';
		return $known ?? $this->person($viewer, $group, $person->called($member->getName(), $email), $memberId);
	}

	/** A person of whom the viewer knows a name or an address, with a card but no account, or without a card. */
	private function person(Viewer $viewer, GroupPeople $group, AskedPerson $person, ?int $memberId): string {
		if ($person->email !== '' && filter_var($person->email, FILTER_VALIDATE_EMAIL, FILTER_FLAG_EMAIL_UNICODE) === false) {
			return 'bad_address';
		}
		if ($person->email === '' && $person->name === '') {
			return 'bad_address';
		}
		$hash = match (true) {
			$person->email !== '' => $this->refusals->hash($person->email),
			$memberId !== null => $this->data->hash('member', (string)$memberId),
			default => $this->data->hash('name', Fold::text($person->name)),
		};
		$stored = $this->asks->findPerson($group->id(), $hash);
		$now = $this->clock->getTime();
		$lost = $stored?->getState() === Ask::WAITING && $stored->getSentAt() === null && $stored->getMadeAt() < $now - self::SENDING;
		if ($stored !== null && ($lost || (int)($stored->getExpiresAt() ?? $now) < $now)) {
			$this->asks->delete($stored);
			$stored = null;
		}
		if ($stored !== null) {
			return match ($stored->getState()) {
				Ask::ACCEPTED => 'in_already',
				Ask::DECLINED => 'refused',
				default => 'asked_already',
			};
		}
		try {
			// Counted before any answer about an address: otherwise one could ask without limit whether its holder refused (0016).
			$person->email . $person->phone !== '' && $this->mails->count($viewer);
			$this->refusals->requireNone(['email' => $person->email, 'phone' => $person->phone]);
		} catch (ReasonException $e) {
			return $e->reason === 'refused' ? 'refused' : 'later';
		}
		$ask = new Ask();
		$ask->setGroupId($group->id());
		$ask->setMemberId($memberId);
		$ask->setPersonHash($hash);
		$ask->setPhoneHash($person->phone === '' ? null : $this->refusals->phoneHash($person->phone));
		$ask->setByUid($viewer->uid);
		$ask->setMadeAt($now);
		$ask->setExpiresAt($now + self::LIFETIME);
		$ask->setState($person->email === '' ? Ask::BY_HAND : Ask::WAITING);
		$this->data->write($ask, $person->name, $person->email, $person->email === '' ? '' : $person->note);
		return $this->put($viewer, $group->group, $ask);
	}

	/** Recorded before it is sent: of two simultaneous requests, one is sent. */
	private function put(Viewer $viewer, Group $group, Ask $ask): string {
		$token = $ask->getState() === Ask::WAITING ? $this->token($ask) : null;
		$known = $this->lock->run($ask->getGroupId(), function (GroupPeople $now) use ($ask): ?string {
			self::requireOpen($now->group);
			if ($ask->getMemberId() !== null && $this->people->byId($ask->getMemberId()) === null) {
				return 'gone';
			}
			if ($this->asks->findPerson($now->id(), $ask->getPersonHash()) !== null) {
				return 'asked_already';
			}
			$this->asks->insert($ask);
			return null;
		}, $ask->getMemberId());
		if ($known !== null) {
			return $known;
		}
		if ($token === null) {
			return 'by_hand';
		}
		if (!$this->send($viewer, $group, $ask, $token)) {
			$this->asks->delete($ask);
			return 'mail_failed';
		}
		$this->asks->markSent($ask, $this->clock->getTime());
		return 'mailed';
	}

	private function token(Ask $ask): string {
		$token = $this->tokens->make();
		$ask->setTokenHash(LinkTokens::hash($token));
		return $token;
	}

	private function send(Viewer $viewer, Group $group, Ask $ask, string $token): bool {
		['name' => $name, 'email' => $email] = $this->data->read($ask);
		$url = $this->urls->linkToRouteAbsolute('reseau.page.index') . "ask/$token";
		return $this->mail->send($email, $name, (string)$viewer->uid, $group->getTitle(), $group->getPurpose(), $url);
	}

	private static function requireOpen(Group $group): void {
		if ($group->is(Group::CLOSED)) {
			throw new ReasonException('group_closed', Http::STATUS_CONFLICT);
		}
	}
}
