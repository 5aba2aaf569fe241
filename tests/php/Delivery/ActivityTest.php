<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Delivery;

use OCA\Reseau\Integration\Activity\GroupsFilter;
use OCA\Reseau\Integration\Activity\GroupsSetting;
use OCA\Reseau\Settings\Network;
use Sandbox\Service\Activities;
use Sandbox\Service\Tree;

/** What happens in groups is in the activity stream of their people: of what each may see when they read it, and without who did it. */
class ActivityTest extends DeliveryTestCase {
	private int $group = 0;

	protected function setUp(): void {
		parent::setUp();
		$this->group = $this->data('POST', '/groups', 'odile', ['title' => 'Eau', 'join' => 'open', 'key' => 'eau'], 201)['id'];
		$this->data('POST', "/groups/$this->group/making/lease", 'odile', ['runner' => 'r']);
		$this->data('PUT', "/groups/$this->group/making", 'odile', ['runner' => 'r', 'step' => 'done']);
		$this->person('noe');
	}

	public function testTheOthersSeeThatAPersonJoined(): void {
		$this->data('POST', "/groups/$this->group/join", 'linh', []);
		$entries = $this->stream('odile');
		self::assertSame(['Linh a rejoint le groupe « Eau »'], array_column($entries, 'subject'));
		self::assertSame(['', GroupsSetting::TYPE, "http://localhost/apps/reseau/groups/$this->group"], [$entries[0]['author'], $entries[0]['type'], $entries[0]['link']]);
		self::assertSame([[], []], [$this->stream('linh'), $this->stream('noe')]);
		// Changing one's engagement is not joining.
		$this->data('POST', "/groups/$this->group/join", 'linh', []);
		self::assertCount(1, $this->stream('odile'));
	}

	public function testPeopleWhoAreHiddenOrHaveLeftAreNot(): void {
		$this->data('POST', "/groups/$this->group/join", 'linh', []);
		$this->data('POST', "/groups/$this->group/join", 'noe', []);
		self::assertSame(['Noe a rejoint le groupe « Eau »', 'Linh a rejoint le groupe « Eau »'], array_column($this->stream('odile'), 'subject'));
		self::assertSame(['Noe a rejoint le groupe « Eau »'], array_column($this->stream('linh'), 'subject'));
		$this->data('PUT', "/members/{$this->cards['noe']['id']}/status", 'noe', ['status' => 'paused', 'version' => $this->cards['noe']['version']]);
		self::assertSame(['Linh a rejoint le groupe « Eau »'], array_column($this->stream('odile'), 'subject'));
		$this->data('POST', "/groups/$this->group/leave", 'linh', []);
		self::assertSame([[], []], [$this->stream('odile'), $this->stream('linh')]);
	}

	public function testALinkOfTheGroupIsListedAsLongAsBothEndsAreSeen(): void {
		$this->data('POST', "/groups/$this->group/join", 'linh', []);
		$link = $this->data('POST', '/links', 'linh', ['a' => ['type' => 'member', 'id' => (string)$this->cards['noe']['id']], 'b' => ['type' => 'group', 'id' => (string)$this->group], 'relation' => 'carries'], 201)['id'];
		// Also who made it: leaving them out would tell the others.
		self::assertSame(['Noe porte Eau', 'Noe porte Eau'], [$this->stream('odile')[0]['subject'], $this->stream('linh')[0]['subject']]);
		$this->data('DELETE', "/links/$link", 'linh');
		self::assertCount(1, $this->stream('odile'));
	}

	public function testAStoryIsListedOnceInTheGroupsItNames(): void {
		$this->data('POST', "/groups/$this->group/join", 'linh', []);
		$this->load(['values' => [], 'resourceKinds' => [['id' => 'method', 'fr' => 'Méthode']]]);
		$tree = $this->kernel->get(Tree::class);
		$file = $tree->make('linh', Tree::COMMON . '/banc.md', 'Texte')[0];
		$this->kernel->get(Network::class)->setLibrary(Tree::COMMON, $tree->find('linh', Tree::COMMON)['id']);
		$version = $this->data('PUT', "/sheets/$file", 'linh', ['version' => 0, 'kind' => 'method', 'title' => 'Le banc', 'groups' => [$this->group]])['version'];
		foreach (['published', 'draft', 'published'] as $status) {
			$version = $this->data('PUT', "/sheets/$file/status", 'linh', ['version' => $version, 'status' => $status])['version'];
		}
		$stories = fn (string $uid): array => array_values(array_filter(array_column($this->stream($uid), 'subject'), static fn (string $subject): bool => str_contains($subject, 'banc')));
		self::assertSame(array_fill(0, 2, ['Le récit « Le banc » du groupe « Eau » est publié']), [$stories('odile'), $stories('linh')]);
		$this->data('PUT', "/sheets/$file/status", 'linh', ['version' => $version, 'status' => 'draft']);
		$tree->rule('odile', '/banc.md', false, false);
		self::assertSame([], $stories('odile'));
	}

	public function testItIsInTheStreamAndNotInMailsUnlessOneWants(): void {
		$setting = $this->kernel->get(GroupsSetting::class);
		self::assertSame([false, true], [$setting->isDefaultEnabledMail(), $setting->canChangeStream()]);
		self::assertSame([GroupsSetting::TYPE], array_values($this->kernel->get(GroupsFilter::class)->filterTypes(['files', GroupsSetting::TYPE])));
	}

	/** @return list<array<string, mixed>> */
	private function stream(string $uid): array {
		$this->kernel->runQueued();
		return array_map(static fn (array $one): array => ['subject' => strtr($one['subject'], ["\u{a0}" => ' '])] + $one, $this->kernel->get(Activities::class)->of($uid, 'fr'));
	}
}
