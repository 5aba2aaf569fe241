<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Enquiry;

use OCA\Reseau\Message\MessageMail;
use OCA\Reseau\Shared\Mail\Outbox;
use OCA\Reseau\Shared\PlainText;
use OCA\Reseau\Shared\ReaderLanguage;
use OCP\IURLGenerator;
use OCP\IUser;
use OCP\L10N\IFactory;
use OCP\Mail\IMailer;

/** The email with a message of a visitor to its reader, in the reader's language. As in other emails with messages, it contains no address, and cannot be replied to. */
class EnquiryMail {
	public function __construct(
		private readonly IMailer $mailer,
		private readonly Outbox $outbox,
		private readonly IFactory $languages,
		private readonly IURLGenerator $urls,
	) {
	}

	/** Does nothing for an account without an address. */
	public function send(IUser $user, About $about, int $id, Words $words): void {
		$address = $user->getEMailAddress() ?? '';
		if ($address === '') {
			return;
		}
		$language = $this->languages->getUserLanguage($user);
		$l = ReaderLanguage::texts($this->languages, $language);
		$title = EnquiryWords::written($l, EnquiryWords::plain($about));
		$template = $this->mailer->createEMailTemplate('reseau.enquiry');
		$template->setSubject($title);
		$template->addHeader();
		$template->addHeading($title);
		$template->addBodyText($l->t('%s wrote on the public page:', [PlainText::text($words->name)]));
		MessageMail::words($template, $words->text);
		$template->addBodyButton($l->t('Read and answer'), $this->urls->linkToRouteAbsolute('reseau.page.index') . "visitors/$id");
		$template->addBodyText($l->t('Replies to this email are not read: answer on the page. It also says what address they gave.'));
		$template->addFooter('', $language);
		$this->outbox->send($template, $address, $user->getDisplayName());
	}
}
