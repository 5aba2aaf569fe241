<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Member;

use DOMElement;
use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Tests\NetworkTestCase;
use OCA\Reseau\Tests\ReadsFirstAnswer;
use OCP\IConfig;

/** What the page says before its scripts are there. */
class FirstAnswerTest extends NetworkTestCase {
	use ReadsFirstAnswer;

	private const HOSTILE = '<b>"x\' &amp; </main><script>alert(1)</script>';

	protected function setUp(): void {
		parent::setUp();
		foreach (['odile', 'peire'] as $uid) {
			$this->account($uid);
			$this->kernel->get(IConfig::class)->setUserValue($uid, 'core', 'lang', 'en');
		}
	}

	public function testInputIsPrintedAsText(): void {
		$parts = array_map(
			static fn (mixed $part): mixed => is_string($part) ? self::HOSTILE : $part,
			array_diff_key(self::fullCard('x', Audience::Members), ['name' => 0]),
		);
		$card = $this->card('odile', ['name' => mb_substr(self::HOSTILE, 0, 40), 'skills' => [self::HOSTILE], 'trades' => [self::HOSTILE]] + $parts);
		$this->card('peire', ['name' => 'Peire']);
		foreach (['', 'members', 'members?q=' . rawurlencode('"><b>&' . self::HOSTILE), "members/{$card['id']}"] as $path) {
			$this->open($path, 'peire');
			self::assertSame(0, $this->number('//b|//script'), $path);
			self::assertSame(1, $this->number('//main'), $path);
			$shown = $path === "members/{$card['id']}" ? ['//h1', '//p[contains(@class, "headline")]/span', '//section/p'] : [];
			foreach ($shown as $query) {
				self::assertStringContainsString('<b>"x\' &amp; </main>', $this->texts($query)[0], "$path $query");
			}
		}
		$this->open('members?q=' . rawurlencode('"><b>&'), 'peire');
		self::assertSame('"><b>&', $this->one('//input[@name="q"]')->getAttribute('value'));
	}

	public function testOnlyVisiblePartsArePrinted(): void {
		$card = $this->card('odile', self::fullCard('secret', Audience::Me));
		$this->card('peire', ['name' => 'Peire']);
		foreach (['', 'members', 'members?q=secret', "members/{$card['id']}"] as $path) {
			self::assertDoesNotMatchRegularExpression('/-secret|Limoux|Skill/', $this->open($path, 'peire'), $path);
		}
		self::assertStringContainsString('drives-secret', $this->open("members/{$card['id']}", 'odile'));
	}

	public function testACardHasEveryPartInOrder(): void {
		$card = $this->card('odile', self::fullCard('x', Audience::Members));
		$this->group('eau', $card, $this->card('peire', ['name' => 'Peire']));
		$this->open("members/{$card['id']}", 'peire');
		self::assertSame(['Nom x'], $this->texts('//h1'));
		self::assertSame([
			'What motivates me', 'What I seek', 'What I offer', 'What I can do', 'What matters to me', 'Where I speak from',
			'My other networks', 'My availability and my limits', 'How to reach me',
		], $this->texts('//h2'));
		self::assertSame(['My territories', 'My sectors', 'My trades', 'My organisation', 'My role', 'The languages I speak'], $this->texts('//dt'));
		self::assertSame(['Trades-x, Limoux', 'Groups in common: Groupe eau'], $this->texts('//*[contains(@class, "card-head__line") or contains(@class, "card-together")]'));
		self::assertSame(['offers-x', 'Skill · Children'], $this->texts('(//ul[@class="card-items"])[2]/li/span'));
		self::assertSame(['mailto:contact-x@example.org', 'tel:'], array_map(
			static fn (DOMElement $link): string => $link->getAttribute('href'),
			$this->all('//ul[@class="card-contact"]//a'),
		));
		self::assertSame(['Write to Nom x'], $this->texts('//div[@class="ui-page__actions"]/a'));
		self::assertSame(1, $this->number('//div[@class="ui-page__actions"]/a[contains(@href, "/messages/to/")]'));
	}

	public function testTheKeeperSeesTheAudienceOfEachPart(): void {
		$card = $this->keptCard('odile', ['name' => 'Sans Compte', 'drives' => 'La laine', 'audience' => ['drives' => 'groups']]);
		$this->open("members/{$card['id']}", 'odile');
		self::assertSame(['What motivates me Their groups'], $this->texts('//h2'));
		self::assertSame(['Me', 'A visitor', 'A member', 'Their groups'], $this->texts('//fieldset/label'));
		self::assertSame(['Card kept by Odile'], $this->texts('//header//p[@class="ui-hint"]'));
		self::assertSame(['Cards I keep'], $this->texts('//a[@class="ui-page__back"]'));
	}

	public function testMissingThingsHaveTheSameSentences(): void {
		$this->open('members/999999', 'peire');
		self::assertSame(['No card here'], $this->texts('//h1'));
		$this->open('', 'peire');
		self::assertSame(['Let us start with you'], $this->texts('//h1'));
		$this->open('me', 'peire');
		self::assertSame(0, $this->number('//main//h1[not(ancestor::noscript)]'));
		self::assertSame(['Réseau'], $this->texts('//main//noscript//h1'));
	}

	public function testSpaceIsReservedForThePanelInItsLastState(): void {
		$card = $this->card('odile', self::fullCard('x', Audience::Members));
		$room = function (string $path, string $cookie = ''): array {
			$this->read($this->kernel->request('GET', "/index.php/apps/reseau/$path", 'peire', null, $cookie === '' ? [] : ['cookie' => "reseau_panel=$cookie"])->body);
			preg_match_all('/first--panel\S*/', $this->one('//*[@id="reseau-first"]')->getAttribute('class'), $found);
			self::assertSame($found[0] === [] ? 0 : 1, $this->number('//*[@class="first__aside"]'));
			return $found[0];
		};
		self::assertSame([], $room("members/{$card['id']}"));
		self::assertSame(['first--panel'], $room("members/{$card['id']}", 'open'));
		self::assertSame([], $room("members/{$card['id']}", 'closed'));
		self::assertSame([], $room("members/{$card['id']}", 'nonsense'));
		foreach (['', 'members', 'groups', 'me', "members/{$card['id']}/edit"] as $path) {
			self::assertSame([], $room($path, 'open'), $path);
		}
	}

	public function testTheFormHasTheCriteriaOfTheAddress(): void {
		$this->card('odile', self::fullCard('jardin', Audience::Members) + ['name' => 'Odile']);
		$this->card('peire', ['name' => 'Peire', 'drives' => 'Un jardin', 'sectors' => ['arts-culture']]);
		$asked = ['q' => 'jardin', 'facet' => ['sector' => ['arts-culture'], 'theme' => ['permaculture']], 'sort' => 'recent', 'view' => 'list'];
		$this->open('members?' . http_build_query($asked), 'peire');
		self::assertSame($asked, $this->sent());
		self::assertSame(['1 card'], $this->texts('//p[contains(@class, "members__total")]'));

		// Each link takes out what it says and keeps the rest.
		$without = fn (string $name): array => self::query($this->one("//a[@aria-label='Remove $name']")->getAttribute('href'));
		self::assertSame(array_replace($asked, ['facet' => ['theme' => ['permaculture']]]), $without('Arts'));
		self::assertSame(array_replace($asked, ['facet' => ['sector' => ['arts-culture']]]), $without('Permaculture'));
		self::assertSame(array_diff_key($asked, ['q' => 0]), self::query($this->one('//a[contains(@class, "search-field__clear")]')->getAttribute('href')));
		self::assertSame(['sort' => 'recent', 'view' => 'list'], self::query($this->one('//div[contains(@class, "criteria-chips")]/a')->getAttribute('href')));
	}

	public function testUnknownCriteriaAreLeftOutOfTheAddress(): void {
		$this->card('peire', ['name' => 'Peire']);
		foreach ([
			'facet[nothing][]=a&sort=nothing&cursor=nothing&view=nothing',
			'facet=a&q[]=b&sort[]=c&cursor[]=d&view[]=e',
			'facet[sector]=&facet[value][a][b]=c&facet[theme][]=%FF&q=%FF',
		] as $query) {
			$this->open("members?$query", 'peire');
			self::assertSame(['q' => '', 'sort' => 'name', 'view' => 'cards'], $this->sent(), $query);
			self::assertSame(['Peire'], $this->texts('//h2'), $query);
		}
		// The list is not refused by its words but cannot be made: the page says so, and the scripts why.
		$html = $this->kernel->request('GET', '/apps/reseau/members?q=' . str_repeat('a', 5000), 'peire')->body;
		$this->read($html);
		self::assertSame(['Could not load the list of members.'], $this->texts('//div[@class="ui-problem"]'));
		self::assertStringContainsString('id="initial-state-reseau-first"', $html);
		$this->open('members?q=quand', 'peire');
		self::assertSame(['Very common words are not searched. Try another word.'], $this->texts('//div[@class="empty-content"]/p'));
		$this->open('members?facet[sector][]=nothing', 'peire');
		self::assertSame(['Nobody matches these words and criteria.'], $this->texts('//div[@class="empty-content"]/p'));
	}

	public function testTheListHasALinkToItsNextPage(): void {
		for ($i = 10; $i < 55; $i++) {
			$this->account("u$i");
			$this->card("u$i", ['name' => "Nom $i"]);
		}
		$met = [];
		for ($path = 'members?view=list'; $path !== null; $path = $next === [] ? null : 'members?' . explode('?', $next[0])[1]) {
			$this->open($path, 'peire');
			$met = [...$met, ...$this->texts('//h2')];
			$next = $this->addresses('//div[@class="ui-more"]//a');
		}
		self::assertSame(array_map(static fn (int $i): string => "Nom $i", range(10, 54)), $met);
		self::assertSame(['/index.php/apps/reseau/members?view=list'], $this->addresses('//p[@class="first-head"]/a'));
	}

	public function testHomeShowsOpenTasksAndNewMembers(): void {
		$this->card('odile', ['name' => 'Odile Marcenac', 'seeks' => [['text' => 'Un four', 'terms' => []]]]);
		$this->card('peire', ['name' => 'Peire Cantaloube', 'seeks' => [['text' => 'Une grange', 'terms' => []]]]);
		$this->open('', 'peire');
		self::assertSame(['Hello Peire'], $this->texts('//h1'));
		self::assertSame(['What you seek', 'What would you like to do?', 'New members'], $this->texts('//h2'));
		self::assertSame(['Find someone', 'Offer or ask for something', 'See the groups'], $this->texts('//ul[@class="home-doing"]//a'), 'there is no library');
		self::assertSame(['Une grange'], $this->texts('//p[@class="home-need__text"]'));
		self::assertSame(['Odile Marcenac'], $this->texts('//h3'));
		self::assertSame(['Seeks Un four'], $this->texts('//p[@class="member-row__line"]'));
		self::assertSame(['Enter what I offer'], $this->texts('//div[@class="ui-page__actions"]/a'));
	}

	public function testLinksKeepTheFormOfTheAddress(): void {
		foreach (['/index.php/apps/reseau', '/apps/reseau'] as $base) {
			$this->read($this->kernel->request('GET', "$base/members", 'peire')->body);
			self::assertContains("$base/kept", $this->addresses('//nav//a'));
			self::assertSame("$base/members", $this->one('//form')->getAttribute('action'));
		}
		self::assertSame(['page'], array_map(static fn (DOMElement $link): string => $link->getAttribute('aria-current'), $this->all('//nav//a[@aria-current]')));
	}

	public function testTheNavigationMarksWhereThePageBelongs(): void {
		$this->facilitator('nadege');
		$this->kernel->get(IConfig::class)->setUserValue('nadege', 'core', 'lang', 'en');
		$this->card('nadege');
		$own = $this->data('POST', '/groups', 'nadege', ['title' => 'Eau'], 201)['id'];
		foreach (json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/navigation.json'), true) as ['path' => $path, 'current' => $current]) {
			$this->open(ltrim(str_replace('{own}', (string)$own, $path), '/'), 'nadege');
			$marked = '//*[@id="reseau-first-navigation"]//a[@aria-current]';
			self::assertSame($current, array_combine($this->texts($marked), array_map(static fn (DOMElement $link): string => $link->getAttribute('aria-current'), $this->all($marked))), $path);
		}
	}

	public function testAnyOtherPageHasItsTitle(): void {
		$this->card('odile');
		$group = $this->data('POST', '/groups', 'odile', ['title' => self::HOSTILE], 201)['id'];
		foreach (['groups' => 'Groups', 'library' => 'Library', "groups/$group" => self::HOSTILE] as $path => $title) {
			$this->open($path, 'odile');
			self::assertSame([$title], $this->texts('//main//h1[not(ancestor::noscript)]'), $path);
			self::assertSame(2, $this->number('//main//div[@class="ui-skeleton__block"]'), $path);
			self::assertSame(0, $this->number('//b|//script'), $path);
		}
		$this->open("groups/$group/edit", 'odile');
		self::assertSame([], $this->texts('//main//h1[not(ancestor::noscript)]'));
		$this->open('groups/99999', 'odile');
		self::assertSame([], $this->texts('//main//h1[not(ancestor::noscript)]'));
	}

	public function testTheDocumentIsNamedAfterThePage(): void {
		$card = $this->card('odile', ['name' => 'Odile Marcenac']);
		$html = $this->kernel->request('GET', "/apps/reseau/members/{$card['id']}", 'peire')->body;
		self::assertStringContainsString('<title>Odile Marcenac - Réseau</title>', $html);
	}

	/** @return array<string, mixed> what the form would send unchanged */
	private function sent(): array {
		$fields = [];
		foreach ($this->all('//form//input[@name="q" or @checked]|//form//select') as $field) {
			$value = $field->tagName === 'select' ? $this->one('//form//option[@selected]') : $field;
			$fields[] = rawurlencode($field->getAttribute('name')) . '=' . rawurlencode($value->getAttribute('value'));
		}
		parse_str(implode('&', $fields), $sent);
		return array_intersect_key(array_replace(['q' => '', 'facet' => 0, 'sort' => ''], $sent), $sent);
	}

	/** @return array<string, mixed> what an address asks */
	private static function query(string $address): array {
		parse_str((string)parse_url($address, PHP_URL_QUERY), $asked);
		return $asked;
	}
}
