<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Group;

use OCA\Reseau\Tests\ReadsFirstAnswer;
use OCP\IConfig;

/** What the pages of groups say before their scripts are there. */
class FirstGroupTest extends GroupTestCase {
	use ReadsFirstAnswer;

	private const HOSTILE = '<b>"x\' &amp; </main><script>alert(1)</script>';

	protected function setUp(): void {
		parent::setUp();
		foreach (['odile', 'linh', 'yamina', 'nadege'] as $uid) {
			$this->kernel->get(IConfig::class)->setUserValue($uid, 'core', 'lang', 'en');
		}
		$this->finish();
	}

	public function testWhatPeopleWroteStaysText(): void {
		$this->data('PUT', "/groups/$this->group", 'odile', [
			'version' => $this->seen('odile')['version'],
			'title' => self::HOSTILE,
			'purpose' => self::HOSTILE,
			'mandate' => ['mayAdvance' => [self::HOSTILE], 'mustNot' => [], 'with' => []],
		]);
		$this->comeIn('linh', ['commitment' => self::HOSTILE, 'hours' => self::HOSTILE, 'limits' => self::HOSTILE]);
		foreach (['groups', "groups/$this->group"] as $path) {
			$this->open($path, 'linh');
			self::assertSame(0, $this->number('//b|//script'), $path);
			self::assertSame(1, $this->number('//main'), $path);
		}
		foreach (['//h1', '//p[@class="ui-text"]', '//div[@class="group-mandate"]//li', '(//td)[4]'] as $query) {
			self::assertSame(self::HOSTILE, $this->texts($query)[0], $query);
		}
	}

	public function testTheListHasItsPlacesAndSaysHowOneStandsToEachGroup(): void {
		$fete = $this->make(['title' => 'Fête', 'key' => 'fete'], 'linh')['id'];
		$over = $this->make(['title' => 'Vieux', 'key' => 'old'], 'linh')['id'];
		$this->data('PUT', "/groups/$over/status", 'linh', ['version' => $this->seen('linh', $over)['version'], 'status' => 'closed']);
		$this->open('groups', 'odile');
		self::assertSame(['Yours', 'The others of the network', 'At rest or closed'], $this->texts('//h2'));
		self::assertSame(['Eau de pluie', 'Fête', 'Vieux'], $this->texts('//h3'));
		self::assertSame(['facilitated by Odile', 'You facilitate it', 'Forming · facilitated by Linh', 'Closed · facilitated by Linh'], $this->texts('//li/p'));
		self::assertSame(["/index.php/apps/reseau/groups/$this->group", "/index.php/apps/reseau/groups/$fete", "/index.php/apps/reseau/groups/$over"], $this->addresses('//h3/a'));
		// The navigation names one's own.
		self::assertSame(['Eau de pluie'], $this->texts('//nav//a[contains(@class, "nav-link--below")]'));
	}

	public function testAPageTellsOthersLessThanThePeopleOfTheGroup(): void {
		$this->comeIn('linh', ['commitment' => 'Les toits', 'hours' => 'Deux heures', 'until' => '2031-05-01', 'limits' => 'Jamais le soir']);
		$inside = $this->open("groups/$this->group", 'odile');
		self::assertSame(['Who', 'On what', 'How much', 'Until', 'Limits'], $this->texts('//thead//th'));
		self::assertSame(['Les toits', 'Deux heures', 'May 1, 2031', 'Jamais le soir'], $this->texts('//tr[contains(., "Linh")]/td'));
		self::assertStringContainsString('Leave the group', $inside);
		$outside = $this->open("groups/$this->group", 'yamina');
		self::assertSame(['Who', 'On what'], $this->texts('//thead//th'));
		self::assertSame(['Ask to join'], $this->texts('//div[@class="ui-page__actions"]/a'));
		self::assertSame(1, $this->number('//div[@class="ui-page__actions"]/a[contains(@class, "--primary")]'));
		self::assertDoesNotMatchRegularExpression('/Deux heures|2031|Jamais le soir|Leave the group/', $outside);
	}

	public function testWhatAwaitsSomebodyStandsBeforeTheRest(): void {
		$this->data('POST', "/groups/$this->group/invitations", 'odile', ['memberId' => $this->cards['linh']['id']]);
		$this->open("groups/$this->group", 'linh');
		self::assertSame(['Odile invites you into this group. You are in it once you say yes.'], $this->texts('//p[@class="group-note__sentence"]'));
		self::assertSame(['No, thank you'], $this->texts('//span[contains(@class, "first-scripts")]'));
		$this->comeIn('linh', ['from' => '2020-01-01', 'until' => '2020-02-01']);
		$this->charter('Tenir parole.');
		$this->open("groups/$this->group", 'linh');
		self::assertSame([
			'The charter of the network is new, or has changed. Do you agree?',
			'Your engagement ended on February 1, 2020. Nothing happens by itself: do you go on?',
		], $this->texts('//p[@class="group-note__sentence"]'));
		self::assertSame(['group_over', 'charter_asked'], array_column($this->data('GET', '/home', 'linh')['awaits'], 'kind'));
		$this->open("groups/$this->group", 'odile');
		self::assertContains('This group has no team yet: its people have no board and no folder in common.', $this->texts('//p[@class="group-note__sentence"]'));
		self::assertContains('Go on with it', $this->texts('//div[contains(@class, "group-note")]//a'));
	}

	public function testWhoHasNoCardIsToldWhatItTakes(): void {
		$this->account('sans-carte');
		$this->kernel->get(IConfig::class)->setUserValue('sans-carte', 'core', 'lang', 'en');
		$this->open("groups/$this->group", 'sans-carte');
		self::assertSame(['To be in a group takes a card that the members see.'], $this->texts('//p[@class="group-note__sentence"]'));
		self::assertSame(['/index.php/apps/reseau/'], $this->addresses('//div[contains(@class, "group-note")]//a'));
	}

	public function testWhatIsNotThereIsSaidInTheSameWords(): void {
		$this->open('groups/999999', 'odile');
		self::assertSame(['No group here'], $this->texts('//h1'));
		self::assertSame(['/index.php/apps/reseau/groups'], $this->addresses('//main//a'));
		$this->data('PUT', "/groups/$this->group/status", 'odile', ['version' => $this->seen('odile')['version'], 'status' => 'closed']);
		$this->data('DELETE', "/groups/$this->group", 'odile');
		$this->open('groups', 'odile');
		self::assertStringStartsWith('There is no group yet.', $this->texts('//p[@class="ui-empty__sentence"]')[0]);
	}
}
