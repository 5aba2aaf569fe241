<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Settings;

use OCA\Reseau\Tests\NetworkTestCase;

/** What facilitators say to people on their first visits. */
class WelcomeTextTest extends NetworkTestCase {
	protected function setUp(): void {
		parent::setUp();
		$this->account('odile');
		$this->account('yamina');
		$this->facilitator('nadege');
		foreach (['odile', 'yamina'] as $uid) {
			$this->card($uid);
		}
	}

	public function testItIsShownUntilAPersonHasReadIt(): void {
		self::assertSame('', $this->welcome('odile'));
		$this->data('PUT', '/network/welcome', 'nadege', ['text' => " Bienvenue !\nDites un besoin. ", 'was' => '']);
		self::assertSame(["Bienvenue !\nDites un besoin.", "Bienvenue !\nDites un besoin."], [$this->welcome('odile'), $this->welcome('yamina')]);
		$page = $this->kernel->request('GET', '/index.php/apps/reseau/', 'odile')->body;
		self::assertStringContainsString("Bienvenue\u{a0}!\nDites un besoin.", $page);
		$this->data('PUT', '/network/welcome/read', 'odile', ['read' => true]);
		self::assertSame(['', "Bienvenue !\nDites un besoin."], [$this->welcome('odile'), $this->welcome('yamina')]);
		$this->data('PUT', '/network/welcome/read', 'odile', ['read' => false]);
		self::assertNotSame('', $this->welcome('odile'));
		$this->data('PUT', '/network/welcome', 'nadege', ['text' => '', 'was' => "Bienvenue !\nDites un besoin."]);
		self::assertSame('', $this->welcome('odile'));
	}

	public function testOnlyFacilitatorsWriteItAndNobodyOverwritesAnother(): void {
		$this->assertRefused(403, 'not_yours', 'GET', '/network/welcome', 'odile');
		$this->assertRefused(403, 'not_yours', 'PUT', '/network/welcome', 'odile', ['text' => 'Moi', 'was' => '']);
		$this->assertRefused(400, 'too_long', 'PUT', '/network/welcome', 'nadege', ['text' => str_repeat('é', 1001), 'was' => '']);
		$this->assertRefused(400, 'bad_text', 'PUT', '/network/welcome', 'nadege', ['text' => "a\0", 'was' => '']);
		$this->assertRefused(400, 'wrong_type', 'PUT', '/network/welcome', 'nadege', ['text' => 'Bonjour']);
		$this->data('PUT', '/network/welcome', 'nadege', ['text' => 'Un', 'was' => '']);
		self::assertSame('Un', $this->assertRefused(409, 'stale_version', 'PUT', '/network/welcome', 'nadege', ['text' => 'Deux', 'was' => ''])['current']);
		self::assertSame('Un', $this->data('GET', '/network/welcome', 'nadege')['text']);
	}

	private function welcome(string $uid): string {
		return $this->data('GET', '/home', $uid)['welcome'];
	}
}
