<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Mail\Outbox;
use OCA\Reseau\Shared\PlainText;
use OCP\IL10N;
use OCP\IUserManager;
use OCP\Mail\IEMailTemplate;
use OCP\Mail\IMailer;

/** The mail that asks a person without an account to sign a manifesto, in the sender's language. */
class SignatureMail {
	public function __construct(
		private readonly IMailer $mailer,
		private readonly Outbox $outbox,
		private readonly IL10N $l,
		private readonly IUserManager $users,
		private readonly Network $network,
	) {
	}

	/** @return bool false when the mail could not be sent */
	public function send(string $address, string $name, string $byUid, string $title, string $summary, string $url): bool {
		return $this->outbox->send($this->template($name, $byUid, $title, $summary, $url), $address, $name, $this->outbox->addressOf($byUid));
	}

	private function template(string $name, string $byUid, string $title, string $summary, string $url): IEMailTemplate {
		$by = PlainText::text($this->users->getDisplayName($byUid) ?? $byUid);
		$name = PlainText::text($name);
		$title = PlainText::text($title);
		$template = $this->mailer->createEMailTemplate('reseau.sign');
		$template->setSubject($this->l->t('Do you sign “%s”?', [$title]));
		$template->addHeader();
		$template->addHeading($this->l->t('Hello %s', [$name]));
		$template->addBodyText($this->l->t('%1$s asks you to sign “%2$s”, a text of %3$s.', [$by, $title, $this->network->name()]));
		if (trim($summary) !== '') {
			$template->addBodyText(PlainText::text($summary));
		}
		$template->addBodyButton($this->l->t('Read the text and answer'), $url);
		$template->addBodyText($this->l->t('You do not need an account. If you sign, the members of the network see your name below the text. You can withdraw it at any time, with the same link.'));
		$template->addBodyText($this->l->t('If you refuse, your name and address are deleted immediately, and nobody will ask you again to sign this text: only an unreadable mark of your email address is kept for that.'));
		$template->addBodyText($this->l->t('If you do nothing, your name and address are deleted after 30 days.'));
		$template->addBodyText($this->outbox->addressOf($byUid) === null
			? $this->l->t('A question? Contact %s.', [$by])
			: $this->l->t('A question? Reply to this email: %s will read it.', [$by]));
		// Nextcloud's own footer asks not to reply.
		$template->addFooter($this->l->t('Sent at the request of %s.', [$by]));
		return $template;
	}
}
