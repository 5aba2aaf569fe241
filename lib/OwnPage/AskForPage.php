<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\OwnPage;

use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Subscription\AskedMails;
use OCA\Reseau\Subscription\AskForLetter;
use OCA\Reseau\Subscription\SubscriberRows;
use OCP\AppFramework\Http;

/** A person without an account wants the link of their page. It is mailed; what the page says does not depend on whether the address is known. */
class AskForPage {
	public function __construct(
		private readonly OwnLinks $links,
		private readonly OwnMail $mail,
		private readonly AskForLetter $letter,
		private readonly AskedMails $mails,
		private readonly SubscriberRows $rows,
	) {
	}

	/**
	 * @param mixed $address raw input
	 * @param bool $byLink the link of another mail to this address was used: the page may say that the address got enough mails, which would tell others that
	 *                     it is known, and does not count among the mails that anybody asks for
	 * @throws ReasonException wrong_type · bad_text · too_long · bad_address · enough_mails · mailed_lately: only by a link · mail_failed
	 */
	public function ask(mixed $address, bool $byLink = false): void {
		$address = $this->letter->address($address);
		$byLink ?: $this->mails->requireRoom();
		if (!$this->mails->take($this->rows->forMails($address), AskedMails::PAGE, $address, $byLink)) {
			if ($byLink) {
				throw new ReasonException('mailed_lately', Http::STATUS_TOO_MANY_REQUESTS);
			}
			return;
		}
		$pages = $this->links->make($address);
		if (!$this->mail->send($pages[0]['address'] ?? $address, $pages)) {
			throw new ReasonException('mail_failed', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
	}
}
