<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Delivery;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\FixedSpaces;
use OCA\Reseau\Shared\PlainText;
use OCA\Reseau\Shared\ReaderLanguage;
use OCP\IURLGenerator;
use OCP\IUser;
use OCP\L10N\IFactory;
use OCP\Mail\IEMailTemplate;
use OCP\Mail\IMailer;

/** The daily mail, in the language of its reader. Its last line leads to a page that turns it off without logging in. */
class DailyMailText {
	public function __construct(
		private readonly IMailer $mailer,
		private readonly IFactory $languages,
		private readonly IURLGenerator $urls,
		private readonly Network $network,
	) {
	}

	/**
	 * @param non-empty-list<array{waiting: Waiting, title: string, text: string, link: string}> $lines
	 * @param string $token of the page that turns it off
	 */
	public function of(IUser $user, array $lines, string $token): IEMailTemplate {
		$language = $this->languages->getUserLanguage($user);
		$l = ReaderLanguage::texts($this->languages, $language);
		$network = $this->network->name();
		// Some titles are sentences, and words may follow here.
		$first = rtrim(self::plain($lines[0]['title']), '.');
		$others = count($lines) - 1;
		$template = $this->mailer->createEMailTemplate('reseau.daily');
		$template->setSubject($others === 0 ? $l->t('%1$s: %2$s', [$network, $first]) : $l->n('%2$s: %1$s, and %n more thing', '%2$s: %1$s, and %n more things', $others, [$first, $network]));
		$template->addHeader();
		$template->addHeading($l->t('For you in %s', [$network]));
		foreach ($lines as $line) {
			[$title, $text] = [self::plain($line['title']), self::plain($line['text'])];
			$template->addBodyText(
				'<strong><a href="' . htmlspecialchars($line['link'], ENT_QUOTES) . '">' . htmlspecialchars($title, ENT_QUOTES) . '</a></strong>' . ($text === '' ? '' : '<br>' . htmlspecialchars($text, ENT_QUOTES)),
				implode("\n", array_filter([$title, $text, $line['link']])),
			);
		}
		$out = $this->urls->linkToRouteAbsolute('reseau.page.index') . "mails/$token";
		$says = $l->t('You get at most one such email a day. You can turn it off, or parts of it, without logging in:');
		$template->addBodyText(
			htmlspecialchars($says, ENT_QUOTES) . ' <a href="' . htmlspecialchars($out, ENT_QUOTES) . '">' . htmlspecialchars($l->t('choose what you get by email'), ENT_QUOTES) . '</a>.',
			"$says\n$out",
		);
		$template->addFooter('', $language);
		return $template;
	}

	/** Without anything that a mail program turns into a link: titles and names are written by people. */
	private static function plain(string $text): string {
		return FixedSpaces::in(PlainText::text($text));
	}
}
