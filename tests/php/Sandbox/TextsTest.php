<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Sandbox;

use OCP\L10N\IFactory;
use OCP\Mail\IMailer;
use PHPUnit\Framework\TestCase;

/** Texts in the language of the account, and mails that stay here. */
class TextsTest extends TestCase {
	public function testFrenchHasThreePluralForms(): void {
		$l = sandbox(__DIR__ . '/app')->get(IFactory::class)->get('tiny', 'fr');
		self::assertSame('Bonjour Odile', $l->t('Hello %s', ['Odile']));
		self::assertSame('Unknown', $l->t('Unknown'));
		self::assertSame(
			['0 chose', '1 chose', '2 choses', '1000000 de choses', '1000001 choses'],
			array_map(static fn (int $n) => $l->n('%n thing', '%n things', $n), [0, 1, 2, 1000000, 1000001]),
		);
		$english = sandbox(__DIR__ . '/app')->get(IFactory::class)->get('tiny', 'en');
		self::assertSame(['0 things', '1 thing'], [$english->n('%n thing', '%n things', 0), $english->n('%n thing', '%n things', 1)]);
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
