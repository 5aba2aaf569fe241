<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Integration\Dashboard\AwaitsWidget;
use OCA\Reseau\Tests\NetworkTestCase;

/** What waits for a person, on Nextcloud's dashboard; what others may not know of it is checked by TwoWorldsTest. */
class AwaitsWidgetTest extends NetworkTestCase {
	public function testItShowsTheLinesOfHomeWithTheirAddresses(): void {
		$this->account('odile');
		$this->data('POST', '/members', 'odile', ['name' => 'Sans Compte'], 201);
		$items = $this->items('odile');
		$home = $this->data('GET', '/home', 'odile')['awaits'];
		self::assertContains('consents', array_column($home, 'kind'));
		self::assertCount(count($home), $items['items']);
		self::assertSame('http://localhost/apps/reseau/kept', $items['items'][array_search('consents', array_column($home, 'kind'), true)]['link']);
		self::assertSame('', $items['emptyContentMessage']);
	}

	public function testItSaysWhenNothingIsWaiting(): void {
		$this->account('odile');
		$this->card('odile');
		self::assertSame(['items' => [], 'emptyContentMessage' => 'Rien ne vous attend.', 'halfEmptyContentMessage' => ''], $this->items('odile'));
	}

	public function testItShowsNoMoreThanItIsAskedFor(): void {
		$this->account('odile');
		$this->data('POST', '/members', 'odile', ['name' => 'Sans Compte'], 201);
		self::assertCount(0, $this->items('odile', 0)['items']);
		self::assertCount(1, $this->items('odile', 1)['items']);
	}

	public function testItLeadsToTheAppWithAnIconByItsAddress(): void {
		$this->kernel->request('GET', '/', 'odile');
		$widget = $this->kernel->get(AwaitsWidget::class);
		self::assertSame('http://localhost/apps/reseau', $widget->getUrl());
		self::assertSame($widget->getUrl(), $widget->getWidgetButtons('odile')[0]->getLink());
		self::assertStringEndsWith('/img/app-dark.svg', $widget->getIconUrl());
	}

	/** @return array{items: list<array<string, string>>, emptyContentMessage: string, halfEmptyContentMessage: string} as the dashboard gets it */
	private function items(string $uid, int $limit = 7): array {
		$this->kernel->request('GET', '/', $uid);
		return json_decode((string)json_encode($this->kernel->get(AwaitsWidget::class)->getItemsV2($uid, null, $limit)), true, flags: JSON_THROW_ON_ERROR);
	}
}
