<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Enquiry;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Mail\Outbox;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\Mail\IMailer;

/**
 * The email whose link sends a visitor's message, in the language of the page where they wrote it. It contains nothing that was typed: the address may belong to
 * another person.
 */
class ConfirmMail {
	public function __construct(
		private readonly IMailer $mailer,
		private readonly Outbox $outbox,
		private readonly Network $network,
		private readonly IURLGenerator $urls,
		private readonly IL10N $l,
	) {
	}

	/** @return bool false when it could not be sent */
	public function send(string $address, string $token, About $about): bool {
		$network = $this->network->name();
		$template = $this->mailer->createEMailTemplate('reseau.enquiryConfirm');
		$template->setSubject($this->l->t('Send your message to %s', [$network]));
		$template->addHeader();
		$template->addHeading($this->l->t('Hello'));
		$template->addBodyText($this->about(EnquiryWords::plain($about), $network) . ' ' . $this->l->t('The message is sent only once you press “Send” on this page:'));
		$template->addBodyButton($this->l->t('Read and send my message'), $this->urls->linkToRouteAbsolute('reseau.page.index') . "write/$token");
		$template->addBodyText($this->l->t('If it was not you, do nothing: nobody reads it, and it is deleted after 3 days.'));
		$template->addFooter($this->l->t('Sent because this address was entered on a page of %s. Replies to this email are not read.', [$network]));
		return $this->outbox->send($template, $address, '');
	}

	private function about(About $about, string $network): string {
		return match ($about->type) {
			AboutType::Notice => $this->l->t('Someone, probably you, answered the notice “%1$s” of %2$s and gave this address.', [$about->title, $network]),
			AboutType::Group => $this->l->t('Someone, probably you, wrote to the group “%1$s” of %2$s and gave this address.', [$about->title, $network]),
			AboutType::Network => $this->l->t('Someone, probably you, wrote to %s and gave this address.', [$network]),
		};
	}
}
