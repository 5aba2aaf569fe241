<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Link;

/** Links that people make. */
class LinkTest extends LinkTestCase {
	public function testALinkReadsFromBothItsEndsAndIsMadeOnce(): void {
		$link = $this->link('linh', $this->member('odile'), 'porte', "group:$this->group");
		self::assertSame($link, $this->link('yamina', $this->member('odile'), 'porte', "group:$this->group"));
		self::assertSame(['porte'], $this->around('yamina', $this->member('odile'))['Eau de pluie'] === [] ? [] : array_slice($this->around('yamina', $this->member('odile'))['Eau de pluie'], -1));
		$bonds = $this->neighbourhood('yamina', "group:$this->group", 'people')['kinds'][0]['items'][0]['bonds'];
		self::assertSame([
			'words' => 'est porté par',
			'link' => ['id' => $link['id'], 'relation' => 'porte', 'inverse' => true, 'by' => ['id' => $this->cards['linh']['id'], 'name' => 'Linh'], 'can' => ['remove' => false]],
		], end($bonds));
		self::assertCount(1, $this->neighbourhood('yamina', "group:$this->group")['kinds'][0]['items'], 'one neighbour, however many bonds');
	}
}
