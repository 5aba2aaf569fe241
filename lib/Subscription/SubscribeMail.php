<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Mail\Outbox;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\Mail\IEMailTemplate;
use OCP\Mail\IMailer;

/**
 * Mails to an address that a person typed on the page of the letter, in the language of that page. They contain nothing else that was typed, which may come from
 * another person than the holder of the address.
 */
class SubscribeMail {
	public function __construct(
		private readonly IMailer $mailer,
		private readonly Outbox $outbox,
		private readonly Network $network,
		private readonly IURLGenerator $urls,
		private readonly IL10N $l,
	) {
	}

	/** @return bool false when the mail could not be sent */
	public function ask(string $address, string $token): bool {
		$network = $this->network->name();
		$template = $this->template('reseau.letterAsked', $this->l->t('Do you want the letter of %s?', [$network]));
		$template->addBodyText($this->l->t('Someone, probably you, asked for the letter of %s at this address. You get it only if you say yes here:', [$network]));
		$template->addBodyButton($this->l->t('Yes, I want the letter'), $this->url("subscribe/$token"));
		$template->addBodyText($this->l->t('If it was not you, do nothing: you get no letter, and the address is deleted after 7 days.'));
		return $this->send($template, $address);
	}

	/** @return bool false when the mail could not be sent */
	public function already(string $address, string $token): bool {
		$network = $this->network->name();
		$template = $this->template('reseau.letterAlready', $this->l->t('You already get the letter of %s', [$network]));
		$template->addBodyText($this->l->t('Someone, probably you, asked for the letter of %s at this address. You already get it: there is nothing to do.', [$network]));
		$template->addBodyText($this->l->t('You no longer want it? You can stop it here, without an account:'));
		$template->addBodyButton($this->l->t('Stop the letter'), $this->url("leave/$token"));
		return $this->send($template, $address);
	}

	private function template(string $id, string $subject): IEMailTemplate {
		$template = $this->mailer->createEMailTemplate($id);
		$template->setSubject($subject);
		$template->addHeader();
		$template->addHeading($this->l->t('Hello'));
		return $template;
	}

	private function send(IEMailTemplate $template, string $address): bool {
		$template->addFooter($this->l->t('Sent because this address was entered on a page of %s. Replies to this email are not read.', [$this->network->name()]));
		return $this->outbox->send($template, $address, '');
	}

	private function url(string $path): string {
		return $this->urls->linkToRouteAbsolute('reseau.page.index') . $path;
	}
}
