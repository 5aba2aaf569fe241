<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Member;

use OCA\Reseau\Tests\NetworkTestCase;

/** What remains to be done before a network begins. */
class BeginningTest extends NetworkTestCase {
	protected function setUp(): void {
		parent::setUp();
		$this->account('admin', ['admin']);
		$this->account('odile');
		$this->account('linh');
		$this->card('admin');
	}

	public function testEachStepDisappearsWhenDone(): void {
		// Until there is a facilitator, the administrator is one.
		self::assertSame(['name', 'facilitation', 'people'], $this->kinds('admin'));
		$this->data('PUT', '/network', 'admin', ['name' => 'Cordée', 'was' => ['name' => '']]);
		self::assertSame(['facilitation', 'people'], $this->kinds('admin'));
		$this->data('PUT', '/network/facilitators', 'admin', ['uid' => 'odile', 'member' => true]);
		self::assertSame([], $this->kinds('admin'));
		$this->data('DELETE', '/members/me', 'admin');
		$this->card('odile');
		self::assertSame(['people'], $this->kinds('odile'));
		$this->card('linh');
		self::assertSame([], $this->kinds('odile'));
	}

	public function testKeptDraftsCount(): void {
		$this->facilitator('romain');
		$this->data('DELETE', '/members/me', 'admin');
		self::assertSame(['people'], $this->kinds('romain'));
		$this->data('POST', '/members', 'romain', ['name' => 'Sans Compte'], 201);
		self::assertSame([], $this->kinds('romain'));
	}

	public function testANetworkWithoutVocabularyHasAStepForIt(): void {
		$this->kernel = self::emptyKernel();
		$this->facilitator('romain');
		$this->card('romain');
		self::assertSame(['words', 'people'], $this->kinds('romain'));
		self::assertStringContainsString('/apps/reseau/vocabulary">', $this->kernel->request('GET', '/index.php/apps/reseau/', 'romain')->body);
		$this->data('POST', '/vocabulary/starter', 'romain');
		self::assertSame(['people'], $this->kinds('romain'));
	}

	public function testMembersSeeNoSteps(): void {
		self::assertSame([], $this->kinds('odile'));
	}

	public function testTheStepsCanBeDismissedAndShownAgain(): void {
		self::assertSame([], $this->data('PUT', '/beginning', 'admin', ['away' => true])['beginning']);
		self::assertSame([], $this->kinds('admin'));
		self::assertStringNotContainsString('reseau-first-beginning', $this->kernel->request('GET', '/index.php/apps/reseau/', 'admin')->body);
		$this->data('PUT', '/beginning', 'admin', ['away' => false]);
		self::assertNotSame([], $this->kinds('admin'));
		self::assertStringContainsString('reseau-first-beginning', $this->kernel->request('GET', '/index.php/apps/reseau/', 'admin')->body);
		$this->assertRefused(400, 'wrong_type', 'PUT', '/beginning', 'admin', []);
	}

	/** @return list<string> */
	private function kinds(string $uid): array {
		return array_column($this->data('GET', '/home', $uid)['beginning'], 'kind');
	}
}
