<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Sandbox;

use OCP\IUserManager;
use OCP\L10N\IFactory;
use OCP\Mail\IMailer;
use PHPUnit\Framework\TestCase;
use Sandbox\Service\L10N;

/** Texts in the language of the account, and mails that stay here. */
class TextsTest extends TestCase {
	public function testTextsAreThoseOfTheLanguage(): void {
		$l = sandbox(__DIR__ . '/app')->get(IFactory::class)->get('tiny', 'fr');
		self::assertSame('Bonjour Odile', $l->t('Hello %s', ['Odile']));
		self::assertSame('Unknown', $l->t('Unknown'));
		self::assertSame(['0 chose', '1 chose', '2 choses'], array_map(static fn (int $n) => $l->n('%n thing', '%n things', $n), [0, 1, 2]));
		$english = sandbox(__DIR__ . '/app')->get(IFactory::class)->get('tiny', 'en');
		self::assertSame(['0 things', '1 thing'], [$english->n('%n thing', '%n things', 0), $english->n('%n thing', '%n things', 1)]);
	}

	/** Nextcloud's PHP and scripts choose by the language, not by the plural form in its file. */
	public function testTheFormForMillionsIsTheSecondWhichAllLargerNumbersHave(): void {
		$forms = static fn (string $language): array => array_map(
			static fn (int $n): string => (new L10N($language, $language, ['_%n thing_::_%n things_' => ['one', 'more', 'never']]))->n('%n thing', '%n things', $n),
			[0, 1, 2, 1_000_000],
		);
		self::assertSame(['one', 'one', 'more', 'more'], $forms('fr'));
		foreach (['es', 'ca', 'oc'] as $language) {
			self::assertSame(['more', 'one', 'more', 'more'], $forms($language));
		}
	}

	public function testAnAppSpeaksItsOwnLanguagesWhateverNextcloudSpeaksAround(): void {
		$kernel = sandbox(__DIR__ . '/app');
		$kernel->createUser('oda', 'Oda', [], 'oc');
		$languages = $kernel->get(IFactory::class);
		self::assertSame('oc', $languages->getUserLanguage($kernel->get(IUserManager::class)->get('oda')));
		// Neither has texts in Occitan.
		self::assertSame(['fr', 'fr'], [$languages->get('core', 'oc')->getLanguageCode(), $languages->get('tiny', 'oc')->getLanguageCode()]);
		self::assertSame(['ca', 'fr'], [$languages->get('core', 'ca')->getLanguageCode(), $languages->get('tiny', 'ca')->getLanguageCode()]);
	}

	public function testMailsAreKeptNotSent(): void {
		$kernel = sandbox(__DIR__ . '/app');
		$mailer = $kernel->get(IMailer::class);
		$template = $mailer->createEMailTemplate('tiny.hello');
		$template->setSubject('Bonjour');
		$template->addBodyText('<b>Un texte</b>');
		$template->addBodyButton('Ouvrir', 'https://example.org/?a=1&b=2');
		$refused = $mailer->send($mailer->createMessage()->setTo(['odile@example.org' => 'Odile'])->useTemplate($template));
		self::assertSame([], $refused);
		self::assertSame(['no address'], $mailer->send($mailer->createMessage()->setTo(['no address'])));
		[$mail] = $kernel->mails();
		self::assertSame(['odile@example.org' => 'Odile'], $mail['to']);
		self::assertStringContainsString('https://example.org/?a=1&b=2', $mail['plain']);
		self::assertStringContainsString('&lt;b&gt;Un texte', $mail['html']);
		self::assertCount(1, $kernel->mails());
	}
}
