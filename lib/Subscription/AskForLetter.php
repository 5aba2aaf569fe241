<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Shared\Mail\Outbox;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;

/**
 * A person without an account types an address on the page of the letter. It gets a mail, and the letter only once the link in it is used. What the page says does
 * not depend on whether the address is known.
 */
class AskForLetter {
	public const LIMITS = ['name' => 120, 'email' => 254];

	/** Seconds for which the question can be answered; then the address is deleted. */
	public const LIFETIME = 7 * 86_400;

	public function __construct(
		private readonly SubscriberMapper $subscribers,
		private readonly FormerLinkMapper $formerLinks,
		private readonly SubscriberLinks $links,
		private readonly AskedMails $mails,
		private readonly SubscribeMail $mail,
		private readonly Refusals $hashes,
		private readonly Mailboxes $mailboxes,
		private readonly Network $network,
		private readonly Outbox $outbox,
		private readonly LinkTokens $secrets,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * @throws ReasonException not_open
	 */
	public function requireOpen(): void {
		if (!$this->network->takesSubscriptions()) {
			throw new ReasonException('not_open', Http::STATUS_NOT_FOUND);
		}
	}

	/**
	 * @param mixed $name raw input; may be empty
	 * @param mixed $address raw input
	 * @throws ReasonException not_open · too_long · bad_text · wrong_type · bad_address · enough_mails · mail_failed
	 */
	public function ask(mixed $name, mixed $address): void {
		$this->requireOpen();
		$name = self::name($name);
		$address = $this->address($address);
		$this->mails->requireRoom();
		$hash = $this->hashes->hash($address);
		$row = $this->subscribers->of('address_key', $hash);
		if (!$this->mails->take($row, AskedMails::LETTER, $address)) {
			return;
		}
		$until = ['asked_until' => $this->clock->getTime() + self::LIFETIME];
		$last = Mailboxes::lastWord([$row, ...$this->mailboxes->at([$hash])]);
		if ($last?->gets() === true) {
			$this->subscribers->write($row->id(), $until);
			// To the address as it is known: what was typed may only look like it.
			$sent = $this->mail->already($this->mailboxes->reach([$last])[0]->address() ?? $address, $this->links->token($last->id()));
		} else {
			// What others typed never replaces the name a person has given.
			$named = $row->getState() === null ? ['name' => $name, 'sort_name' => Subscriber::sortNameOf($name)] : [];
			// A new link: people whom a letter was passed on to have the former one, which stops the letter, and must not answer the question.
			if ($row->getState() !== null) {
				$this->formerLinks->keep($row, $row->id());
			}
			$this->subscribers->write($row->id(), $until + $named + [
				'token' => null, 'token_hash' => null,
				'address' => $this->secrets->encrypt($address), 'address_hash' => $hash,
			]);
			$sent = $this->mail->ask($address, $this->links->token($row->id()));
		}
		if (!$sent) {
			throw new ReasonException('mail_failed', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
	}

	/**
	 * @param mixed $address raw input
	 * @throws ReasonException wrong_type · bad_text · too_long · bad_address
	 */
	public function address(mixed $address): string {
		$address = trim(Fields::text($address, 'email', self::LIMITS['email']));
		return $this->outbox->isAddress($address) ? $address : throw new ReasonException('bad_address', details: ['field' => 'email']);
	}

	/**
	 * @param mixed $name raw input
	 * @throws ReasonException wrong_type · bad_text · too_long
	 */
	public static function name(mixed $name): string {
		return Fields::line($name, 'name', self::LIMITS['name']);
	}
}
