<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\OwnPage;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Mail\Outbox;
use OCA\Reseau\Shared\PlainText;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\Mail\IMailer;

/** The mail with the link to a person's page, or with the answer that there is no such page, in the language of the page where it was asked for. */
class OwnMail {
	public function __construct(
		private readonly IMailer $mailer,
		private readonly Outbox $outbox,
		private readonly Network $network,
		private readonly IURLGenerator $urls,
		private readonly IL10N $l,
	) {
	}

	/**
	 * @param list<array{name: string, token: string, address: string}> $pages
	 * @return bool false when the mail could not be sent
	 */
	public function send(string $address, array $pages): bool {
		$network = $this->network->name();
		$base = $this->urls->linkToRouteAbsolute('reseau.page.index');
		$template = $this->mailer->createEMailTemplate('reseau.ownPage');
		$template->setSubject($this->l->t('Your page in %s', [$network]));
		$template->addHeader();
		$template->addHeading($this->l->t('Hello'));
		if ($pages === []) {
			$template->addBodyText($this->l->t('Someone, probably you, asked for the page of this address in %s. At this address there is neither a card of a person without an account nor a subscription. Perhaps you gave another address.', [$network]));
			$template->addBodyButton($this->l->t('Try another address'), "{$base}own");
			$template->addBodyText($this->l->t('If you have an account, log in: everything is there.'));
		} else {
			$template->addBodyText($this->l->t('Someone, probably you, asked for the page of this address in %s. There you see what is known about you, correct it, and leave if you want.', [$network]));
			foreach ($pages as ['name' => $name, 'token' => $token]) {
				$name = count($pages) > 1 ? PlainText::text($name) : '';
				$template->addBodyButton($name === '' ? $this->l->t('Open my page') : $this->l->t('Open the page of %s', [$name]), "{$base}own/$token");
			}
			$template->addBodyText($this->l->t('The link works for 30 days. Do not forward this email: anyone with the link can change what is on the page.'));
			$template->addBodyText($this->l->t('If it was not you, do nothing: nobody but you gets the link.'));
		}
		$template->addFooter($this->l->t('Sent because this address was entered on a page of %s. Replies to this email are not read.', [$network]));
		return $this->outbox->send($template, $address, '');
	}
}
