<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Claim;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Mail\Outbox;
use OCA\Reseau\Shared\PlainText;
use OCP\IL10N;
use OCP\Mail\IMailer;

/** The mail with the link to a person's card. */
class ClaimMail {
	public function __construct(
		private readonly IMailer $mailer,
		private readonly Outbox $outbox,
		private readonly IL10N $l,
		private readonly Network $network,
	) {
	}

	/**
	 * @return bool false when the mail could not be sent: the link still works and can be passed on in another way
	 */
	public function send(string $address, string $name, string $byName, string $url): bool {
		$name = PlainText::text($name);
		$byName = PlainText::text($byName);
		$template = $this->mailer->createEMailTemplate('reseau.claim');
		$template->setSubject($this->l->t('Your card in %s', [$this->network->name()]));
		$template->addHeader();
		$template->addHeading($this->l->t('Hello %s', [$name]));
		$template->addBodyText($this->l->t('%1$s keeps a card about you in %2$s. It is about you: you decide what it says, and who sees what.', [$byName, $this->network->name()]));
		$template->addBodyButton($this->l->t('Go to my card'), $url);
		$template->addBodyText($this->l->t('With an account on this Nextcloud, you can take the card over; without one, you have it sent to you, to read and to answer. The link works for 30 days. If you do nothing, nothing changes.'));
		$template->addFooter();
		return $this->outbox->send($template, $address, $name);
	}
}
