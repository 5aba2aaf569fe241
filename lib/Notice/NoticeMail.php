<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\AppInfo\Application;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Mail\Outbox;
use OCA\Reseau\Shared\PlainText;
use OCA\Reseau\Shared\ReaderLanguage;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\IUser;
use OCP\L10N\IFactory;
use OCP\Mail\IMailer;

/** The mail before a notice ends, in the language of its reader. Its link opens a page with buttons: opening it changes nothing. */
class NoticeMail {
	public function __construct(
		private readonly IMailer $mailer,
		private readonly Outbox $outbox,
		private readonly IFactory $languages,
		private readonly IURLGenerator $urls,
		private readonly Network $network,
		private readonly NoticeWords $words,
	) {
	}

	/**
	 * @param IUser $user the author, or the keeper of their card
	 * @return ?bool whether it was sent; null: the account has no address
	 */
	public function toAccount(IUser $user, AuthoredNotice $one, string $token): ?bool {
		$address = $user->getEMailAddress() ?? '';
		$language = $this->languages->getUserLanguage($user);
		return $address === '' ? null : $this->send(ReaderLanguage::texts($this->languages, $language), $language, $address, $user->getDisplayName(), $one, $token);
	}

	/** To an author without an account who agreed to mails. */
	public function toPerson(string $address, AuthoredNotice $one, string $token): bool {
		$l = $this->languages->get(Application::APP_ID);
		return $this->send($l, $l->getLanguageCode(), $address, $one->author->getName(), $one, $token);
	}

	private function send(IL10N $l, string $language, string $address, string $name, AuthoredNotice $one, string $token): bool {
		$title = PlainText::text($one->notice->getTitle());
		$template = $this->mailer->createEMailTemplate('reseau.noticeEnding');
		$template->setSubject($l->t('The notice “%s” ends soon', [$title]));
		$template->addHeader();
		$template->addHeading($l->t('The notice “%s” ends soon', [$title]));
		$template->addBodyText($l->t('It is shown in %1$s until %2$s.', [$this->network->name(), $this->words->day($l, $one->notice->getUntilDay())]));
		$template->addBodyText($l->t('Is it still true? Is it done? Should it end? Say so on this page, without logging in:'));
		$template->addBodyButton($l->t('Renew, close or let it end'), $this->urls->linkToRouteAbsolute('reseau.page.index') . "notice/$token");
		$template->addBodyText($l->t('If you do nothing, it ends by itself. Nothing is lost: you can renew it later.'));
		$template->addBodyText($l->t('The link works once. Do not pass this email on.'));
		$template->addFooter('', $language);
		return $this->outbox->send($template, $address, $name);
	}
}
