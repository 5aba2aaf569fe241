<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Shared;

use OCA\Reseau\Shared\ReaderLanguage;
use OCP\IL10N;
use OCP\L10N\IFactory;
use PHPUnit\Framework\TestCase;
use Sandbox\Service\L10N;

class ReaderLanguageTest extends TestCase {
	public function testAnAccountsLanguageWithoutItsCountryOrEnglishNeverTheLanguageOfTheActor(): void {
		$languages = $this->createStub(IFactory::class);
		$languages->method('languageExists')->willReturnCallback(static fn (string $app, string $code): bool => in_array($code, ['en', 'es', 'fr', 'pt_BR'], true));
		// As in Nextcloud: without the texts of a language it takes that of the request.
		$languages->method('get')->willReturnCallback(static fn (string $app, string $code): IL10N => new L10N(in_array($code, ['en', 'es', 'fr', 'pt_BR'], true) ? $code : 'fr', $code, []));
		foreach (['fr' => 'fr', 'es_MX' => 'es', 'pt_BR' => 'pt_BR', 'en_GB' => 'en', 'de' => 'en', '' => 'en'] as $account => $expected) {
			self::assertSame($expected, ReaderLanguage::texts($languages, $account)->getLanguageCode(), $account);
		}
	}
}
