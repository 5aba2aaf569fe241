<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration\Worlds;

use OCA\Reseau\Notice\EndingNotices;
use OCA\Reseau\Delivery\MailLinks;
use OCA\Reseau\Delivery\RecipientMapper;
use OCA\Reseau\Letter\OnlineLinks;
use OCA\Reseau\Library\SheetMapper;
use OCA\Reseau\Library\SheetStore;
use OCA\Reseau\OwnPage\OwnLinks;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Subscription\Subscriber;
use OCA\Reseau\Subscription\SubscriberMapper;
use OCA\Reseau\Subscription\Subscriptions;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IConfig;
use OCP\IDBConnection;
use OCP\IUserManager;
use Sandbox\Kernel\Kernel;
use Sandbox\Service\Deck;
use Sandbox\Service\Mounts;
use Sandbox\Service\Teams;
use Sandbox\Service\Tree;

/**
 * A network with something of everything that is hidden from some, where the word of the hidden things is `azurite`, and copies of it that
 * are the same to the byte, down to the links in mails.
 */
abstract class WorldTestCase extends NetworkTestCase {
	/** Every kind of viewer by what they are to the hidden things: their accounts have the same names; `nobody` has none. */
	protected const VIEWERS = ['nobody', 'newcomer', 'member', 'mate', 'keeper', 'owner', 'paused', 'guide', 'fanny', 'admin'];

	/** Of the hidden things: before they change, and after. */
	protected const BEFORE = 'azurite';
	protected const AFTER = 'borealite';

	/** The same of words that stand in nothing visible. */
	protected const ONLY_HIDDEN = [self::BEFORE => 'zibeline', self::AFTER => 'quokka'];

	protected const NOON = 1795521600;

	/** @var array<string, int> numbers of cards by the part they play */
	protected array $cards = [];

	/** @var array<string, int> */
	protected array $groups = [];

	/** @var array<string, int> */
	protected array $files = [];

	/** @var array<string, int> */
	protected array $notices = [];

	/** @var array<string, int> numbers of what has a number of its own: `import`, `minutes`, `draft`, `brought`, `search`, `board`, `card`, `signature`, `meeting`, `talk` and `carried`: conversations; `proposal` and `asked`: introductions; `subscriber`: an address alone */
	protected array $things = [];

	protected string $team = '';

	/** @var array<string, string> tokens of links: of mails, and the one that hands a card over */
	protected array $tokens = [];

	private string $folder = '';

	private int $copies = 0;

	protected function setUp(): void {
		$this->folder = sys_get_temp_dir() . '/reseau-worlds-' . getmypid() . '-' . bin2hex(random_bytes(4));
		mkdir($this->folder, 0700);
		$this->kernel = $this->kernelOn('base');
		$this->kernel->reset();
		$this->kernel->clock->stopAt(self::NOON);
		$this->build();
		$this->kernel->get(IDBConnection::class)->executeStatement("VACUUM INTO '$this->folder/copied.sqlite'");
	}

	protected function tearDown(): void {
		foreach ([...glob("$this->folder/*/mail/*") ?: [], ...glob("$this->folder/*/*.*") ?: [], ...glob("$this->folder/*.*") ?: []] as $file) {
			unlink($file);
		}
		array_map(rmdir(...), [...glob("$this->folder/*/mail") ?: [], ...glob("$this->folder/*") ?: [], $this->folder]);
	}

	/** Another network, with the same past. */
	protected function copy(): Kernel {
		$name = 'copy' . $this->copies++;
		copy("$this->folder/copied.sqlite", "$this->folder/$name.sqlite");
		$this->kernel = $this->kernelOn($name);
		$this->kernel->clock->stopAt(self::NOON + 3600);
		return $this->kernel;
	}

	/** Always SQLite, because its copies are files. */
	private function kernelOn(string $name): Kernel {
		$kernel = new Kernel(dirname(__DIR__, 4), "$this->folder/$name", "sqlite:///$this->folder/$name.sqlite");
		$kernel->config['ratelimit.protection.enabled'] = false;
		$kernel->config['sandbox.apps'] = 'circles,deck';
		return $kernel;
	}

	private function build(): void {
		$this->load([
			'values' => [['id' => 'ecoute', 'fr' => 'Écoute', 'en' => 'Listening', 'meaning' => 'Laisser finir.']],
			'sectors' => [['id' => 'arts-culture', 'fr' => 'Arts et culture', 'en' => 'Arts'], ['id' => 'eau', 'fr' => 'Eau', 'en' => 'Water']],
			'themes' => [['id' => 'permaculture', 'fr' => 'Permaculture', 'en' => 'Permaculture', 'words' => ['jardin', 'bordure', self::BEFORE, self::AFTER]], ['id' => 'haies', 'fr' => 'Haies', 'en' => 'Hedges']],
			'publics' => [['id' => 'enfants', 'fr' => 'Enfants', 'en' => 'Children']],
			'resourceKinds' => array_map(static fn (string $id): array => ['id' => $id, 'fr' => "Genre $id"], ['practice', 'failure', 'method', 'manifesto', 'charter']),
		]);
		foreach (array_slice(self::VIEWERS, 1) as $uid) {
			$this->account($uid, ['fanny' => [Network::FACILITATORS_GROUP], 'admin' => ['admin']][$uid] ?? []);
			$this->kernel->get(IUserManager::class)->get($uid)?->setEMailAddress("$uid@example.org");
			$this->kernel->get(IConfig::class)->setUserValue($uid, 'deck', 'firstRun', 'no');
		}
		$this->buildOldCard();
		$this->buildCards();
		$this->buildGroups();
		$this->buildBoard();
		$this->buildLibrary();
		$this->data('PUT', '/network/charter', 'admin', ['version' => 0, 'text' => 'Tenir parole.']);
		$this->buildTheRest();
		$this->hideCards();
	}

	/** It is time to ask whether it is still true. */
	private function buildOldCard(): void {
		$this->kernel->clock->stopAt(self::NOON - 400 * 86400);
		$due = $this->data('POST', '/members', 'keeper', ['name' => 'Due Ancienne', 'trades' => ['Tonnelière'], 'audience' => ['trades' => 'members']], 201);
		$this->data('POST', "/members/{$due['id']}/consent", 'keeper', ['date' => '2025-10-01', 'how' => 'De vive voix']);
		$this->data('PUT', "/members/{$due['id']}/status", 'keeper', ['status' => 'published', 'version' => $due['version']]);
		$this->cards['due'] = $due['id'];
		$this->kernel->clock->stopAt(self::NOON);
	}

	private function buildCards(): void {
		$eau = ['text' => 'Eau de pluie', 'terms' => ['permaculture']];
		foreach (['member' => [self::BEFORE, self::AFTER], 'mate' => [self::AFTER, self::BEFORE], 'fanny' => ['Tisserande', 'Eau'], 'guide' => ['Boréale', 'Eau']] as $uid => [$trade, $network]) {
			$this->cards[$uid] = $this->card($uid, [
				'name' => ucfirst($uid) . ' Visible', 'headline' => 'Jardin partagé', 'trades' => [$trade], 'networks' => [$network], 'offers' => [$eau],
				'territories' => [['code' => '11206', 'kind' => 'commune', 'name' => 'Limoux']], 'sectors' => ['eau'], 'values' => ['ecoute'],
				'audience' => array_fill_keys(['headline', 'trades', 'networks', 'offers', 'territories', 'sectors', 'values'], 'members'),
			])['id'];
		}
		$this->cards['keeper'] = $this->card('keeper', ['name' => 'Keeper Visible', 'headline' => 'Tient un quota', 'audience' => ['headline' => 'members']])['id'];
		foreach (['owner', 'paused'] as $uid) {
			$this->cards[$uid] = $this->card($uid, $this->parts(ucfirst($uid), self::BEFORE))['id'];
		}
		foreach (['kept' => 'published', 'withdrawn' => 'published', 'draft' => 'draft'] as $name => $status) {
			$parts = $this->parts('Tenue ' . ucfirst($name), self::BEFORE);
			$parts['contact']['email'] = "$name@example.org";
			$this->cards[$name] = ($status === 'draft' ? $this->data('POST', '/members', 'keeper', $parts, 201) : $this->keptCard('keeper', $parts))['id'];
		}
	}

	/**
	 * Some parts for everybody, and a word in each part that is for some.
	 *
	 * @return array<string, mixed>
	 */
	protected function parts(string $name, string $word): array {
		return [
			'name' => "$name Cachottier", 'headline' => 'Jardin d’eau', 'organisation' => '',
			...$this->partsForMe($word), ...$this->partsForGroups($word),
			'contact' => ['email' => "$word@example.org", 'phone' => $word === self::BEFORE ? '04 68 00 00 01' : '04 68 00 00 02', 'website' => "https://$word.example.org"],
			'audience' => ['headline' => 'members', 'organisation' => 'me', 'contact' => 'groups', 'phone' => 'me']
				+ array_fill_keys(array_keys($this->partsForMe('')), 'me') + array_fill_keys(array_keys($this->partsForGroups('')), 'groups'),
		];
	}

	/** @return array<string, mixed> */
	protected function partsForMe(string $word): array {
		$before = $word === self::BEFORE;
		return [
			'drives' => "Rien que $word, ni " . (self::ONLY_HIDDEN[$word] ?? ''), 'skills' => [$word], 'values' => [ucfirst($word)], 'role' => "Rôle $word",
			'territories' => [$before ? ['code' => '11206', 'kind' => 'commune', 'name' => 'Limoux'] : ['code' => '31', 'kind' => 'departement', 'name' => 'Haute-Garonne']],
			'seeks' => [['text' => "Chercher $word", 'terms' => [$before ? 'permaculture' : 'haies']]],
		];
	}

	/** @return array<string, mixed> */
	protected function partsForGroups(string $word): array {
		$before = $word === self::BEFORE;
		return [
			'trades' => [$word], 'sectors' => [$before ? 'eau' : 'arts-culture'], 'networks' => [$word], 'languages' => [$word], 'limits' => "Pas de $word, ni de " . (self::ONLY_HIDDEN[$word] ?? ''), 'availability' => $word,
			'offers' => [['text' => "Offrir $word", 'terms' => [$before ? 'enfants' : 'haies']]],
		];
	}

	private function buildGroups(): void {
		$this->groups['eau'] = $this->data('POST', '/groups', 'guide', ['title' => 'Eau de pluie', 'purpose' => 'Garder l’eau', 'key' => 'eau'], 201)['id'];
		foreach (['owner', 'mate', 'paused'] as $uid) {
			$this->comeIn('eau', $uid, ['commitment' => 'Les citernes', 'hours' => self::BEFORE, 'limits' => self::BEFORE]);
		}
		$this->data('POST', "/groups/{$this->groups['eau']}/people", 'guide', ['memberId' => $this->cards['kept'], 'hours' => self::BEFORE], 201);
		$this->data('POST', "/groups/{$this->groups['eau']}/people/{$this->cards['kept']}/accept", 'keeper', ['how' => 'De vive voix']);
		$this->comeIn('eau', 'fanny', []);
		$this->data('POST', "/groups/{$this->groups['eau']}/leave", 'fanny', ['note' => self::BEFORE]);
		$this->team = $this->kernel->get(Teams::class)->create('Eau de pluie', 'guide');
		$this->data('POST', "/groups/{$this->groups['eau']}/making/lease", 'guide', ['runner' => 'r']);
		$this->data('PUT', "/groups/{$this->groups['eau']}/making", 'guide', ['runner' => 'r', 'teamId' => $this->team, 'folderPath' => '/' . self::BEFORE, 'note' => self::BEFORE, 'step' => 'done']);
		$this->data('PUT', "/groups/{$this->groups['eau']}", 'guide', ['version' => 1, 'channel' => ['kind' => 'mail', 'value' => self::BEFORE . '@example.org']]);

		$this->things['meeting'] = $this->data('POST', "/groups/{$this->groups['eau']}/meetings", 'guide', $this->meeting(self::BEFORE) + ['key' => 'a-key-meeting'], 201)['id'];
		$this->tokens['calendar'] = basename($this->data('PUT', '/calendar/addresses/0', 'owner')['all']['address'], '.ics');

		$this->groups['haies'] = $this->data('POST', '/groups', 'guide', ['title' => 'Haies', 'key' => 'haies', 'join' => 'private'], 201)['id'];
		$this->groups['sols'] = $this->data('POST', '/groups', 'keeper', ['title' => 'Sols vivants', 'key' => 'sols', 'join' => 'request'], 201)['id'];
	}

	/** @return array<string, string> */
	protected function meeting(string $word): array {
		return ['title' => "Poser $word", 'day' => '2026-12-09', 'time' => '18:30', 'zone' => 'Europe/Paris', 'place' => "Chez $word", 'agenda' => "Parler de $word"];
	}

	/** @param array<string, string> $engagement */
	private function comeIn(string $group, string $uid, array $engagement): void {
		if ($this->data('POST', "/groups/{$this->groups[$group]}/join", $uid, $engagement)['mine']['state'] === 'requested') {
			$this->data('POST', "/groups/{$this->groups[$group]}/people/{$this->cards[$uid]}/admit", 'guide');
		}
	}

	/** Of the group, and shared with two of its people. */
	private function buildBoard(): void {
		$deck = $this->kernel->get(Deck::class)->for('guide');
		$this->things['board'] = $deck->createBoard('Citernes', '31CC7C')['id'];
		$stack = $deck->createStack($this->things['board'], 'À faire', 0)['id'];
		$this->things['card'] = $deck->createCard($stack, ['title' => 'Poser ' . self::BEFORE])['id'];
		foreach (['mate', 'owner'] as $uid) {
			$deck->share($this->things['board'], 0, $uid, true, false, false);
		}
		$deck->assign($this->things['card'], 'mate');
		$this->data('POST', "/groups/{$this->groups['eau']}/making/lease", 'guide', ['runner' => 'r']);
		$this->data('PUT', "/groups/{$this->groups['eau']}/making", 'guide', ['runner' => 'r', 'boardId' => $this->things['board'], 'step' => 'done']);
	}

	/** A Team folder: everybody but the newcomer has it, the owner may change everything in it, the paused one file, others nothing; two read what is private. */
	private function buildLibrary(): void {
		$tree = $this->kernel->get(Tree::class);
		foreach (['atelier.md', 'anonyme.md', 'brouillon.md', 'prive-' . self::BEFORE . '.md', 'manifeste.md', 'ancien.md', 'sans-fiche.md'] as $name) {
			$this->files[explode('.', explode('-' . self::BEFORE, $name)[0])[0]] = $tree->make('owner', Tree::COMMON . "/$name", 'Un texte.')[0];
		}
		$this->files['own'] = $tree->make('owner', '/Journal ' . self::BEFORE . '.md', 'Un texte.')[0];
		$this->kernel->get(Network::class)->setLibrary(Tree::COMMON, $tree->find('owner', Tree::COMMON)['id']);
		$this->kernel->get(Mounts::class)->keepAway('newcomer');
		foreach (array_diff(self::VIEWERS, ['nobody', 'newcomer', 'owner']) as $uid) {
			foreach (['atelier.md', 'anonyme.md', 'brouillon.md', 'manifeste.md', 'ancien.md', 'sans-fiche.md'] as $name) {
				$tree->rule($uid, "/$name", true, $uid === 'paused' && $name === 'atelier.md');
			}
			$tree->rule($uid, '/prive-' . self::BEFORE . '.md', $uid === 'mate', false);
		}
		$this->sheet('atelier', ['title' => 'Un atelier d’eau', 'authors' => [$this->cards['owner']]]);
		$this->sheet('prive', ['title' => 'Privé ' . self::BEFORE, 'summary' => self::ONLY_HIDDEN[self::BEFORE], 'kind' => 'method', 'terms' => ['haies']]);
		$this->sheet('manifeste', ['title' => 'Manifeste', 'kind' => 'manifesto']);
		$this->sheet('ancien', ['title' => 'Ancien manifeste', 'kind' => 'manifesto']);
		$this->sheet('anonyme', ['title' => 'Un échec', 'anonymous' => true, 'reachable' => true]);
		$this->sheet('brouillon', ['title' => 'Brouillon ' . self::BEFORE], false);
		foreach (['atelier', 'manifeste', 'ancien'] as $name) {
			if ($name !== 'atelier') {
				foreach (['member', 'paused'] as $uid) {
					$this->data('POST', "/sheets/{$this->files[$name]}/signatures", $uid, ['hash' => hash('sha256', 'Un texte.')]);
				}
			}
			$this->data('PUT', "/sheets/{$this->files[$name]}/evaluation", 'paused', ['standpoint' => self::BEFORE, 'answers' => ['helps' => self::BEFORE]]);
		}
		$this->data('POST', "/sheets/{$this->files['manifeste']}/signatures/paper", 'fanny', ['name' => 'Sur Papier', 'day' => '2026-11-20', 'how' => self::BEFORE], 201);
		$this->data('POST', "/sheets/{$this->files['manifeste']}/signatures/mail", 'fanny', ['name' => 'Par Courrier', 'email' => 'courrier@example.org'], 201);
		$this->tokens['sign'] = $this->tokenOfLastMail('sign');
		$this->data('PUT', "/sheets/{$this->files['ancien']}/status", 'owner', ['version' => 2, 'status' => 'draft']);
	}

	/** @param array<string, mixed> $words */
	private function sheet(string $file, array $words, bool $publish = true): void {
		$context = ['territories' => [['code' => '11206', 'kind' => 'commune', 'name' => '']], 'public' => 'Voisins', 'means' => 'Deux bancs', 'frame' => 'La mairie', 'standpoint' => 'Une voisine'];
		$made = $this->data('PUT', "/sheets/{$this->files[$file]}", 'owner', $words + ['version' => 0, 'kind' => 'practice', 'outcome' => 'worked', 'context' => $context]);
		if ($publish) {
			$this->data('PUT', "/sheets/{$this->files[$file]}/status", 'owner', ['version' => $made['version'], 'status' => 'published']);
		}
	}

	private function buildTheRest(): void {
		$eau = $this->groups['eau'];
		foreach ([
			['owner', ['type' => 'file', 'id' => (string)$this->files['own']], ['type' => 'group', 'id' => (string)$eau]],
			['member', ['type' => 'member', 'id' => (string)$this->cards['member']], ['type' => 'group', 'id' => (string)$eau]],
			['paused', ['type' => 'member', 'id' => (string)$this->cards['paused']], ['type' => 'file', 'id' => (string)$this->files['atelier']]],
		] as [$uid, $a, $b]) {
			$this->data('POST', '/links', $uid, ['a' => $a, 'relation' => $a['type'] === 'file' ? 'inspired-by' : 'carries', 'b' => $b], 201);
		}
		$this->things['search'] = $this->data('POST', '/searches', 'owner', ['name' => self::BEFORE, 'q' => 'eau'], 201)['id'];
		$this->things['import'] = $this->data('POST', '/imports', 'fanny', ['hash' => str_repeat('0', 64), 'total' => 2, 'mapping' => self::BEFORE, 'answers' => ''], 201)['import']['id'];
		$this->load([['id' => 'ref-' . self::BEFORE, 'name' => 'Sans Compte Importé', 'steward' => 'keeper', 'consent' => ['date' => '2026-11-20', 'how' => 'Fichier']]]);
		$this->things['minutes'] = $this->data('POST', '/minutes', 'fanny', ['hash' => str_repeat('0', 64), 'title' => 'Rencontre', 'plan' => '{"groups":[]}'], 201)['id'];
		$this->things['draft'] = $this->data('POST', '/minutes/drafts', 'fanny', ['key' => 'a-key-draft', 'name' => 'Rencontre.txt', 'content' => self::BEFORE], 201)['id'];
		$this->things['brought'] = $this->data('POST', "/groups/$eau/minutes", 'guide', ['hash' => str_repeat('1', 64), 'title' => 'Réunion', 'plan' => '{"cards":["' . self::BEFORE . '"]}'], 201)['id'];
		$asked = ['key' => 'a', 'name' => 'Sans Compte', 'email' => 'asked@example.org', 'note' => 'camion'];
		$this->data('POST', "/groups/$eau/asks", 'guide', ['people' => [$asked]]);
		$this->tokens['ask'] = $this->tokenOfLastMail('ask');
		$this->data('POST', "/members/{$this->cards['draft']}/consent-mail", 'keeper', [], 201);
		$this->tokens['consent'] = $this->tokenOfLastMail('consent');
		$this->tokens['claim'] = basename($this->data('POST', "/members/{$this->cards['kept']}/claim-link", 'keeper', [], 201)['url']);
		// The same link by mail: one page for a person with an account and without.
		$this->tokens['card'] = $this->tokens['claim'];
		foreach (['owner' => 'talk', 'kept' => 'carried'] as $card => $name) {
			$this->things[$name] = $this->data('POST', "/members/{$this->cards[$card]}/conversations", 'member', ['text' => 'Parlons de ' . self::BEFORE, 'key' => "a-key-$name"], 201)['id'];
		}
		$this->writeToAnAuthor();
		$this->reachByMail();
		$this->buildNotices();
		foreach (['proposal' => ['mate', 'owner', false], 'asked' => ['guide', 'kept', true]] as $name => [$uid, $card, $mediated]) {
			$this->things[$name] = $this->data('POST', "/matches/{$this->cards[$card]}/introduction", $uid, ['mediated' => $mediated], 201)['id'];
		}
		$this->buildSessions();
		$this->buildSubscribers();
		$this->buildLetters();
		$this->buildShowcase();
		$this->buildEnquiries();
		$this->data('POST', '/glossary', 'fanny', ['term' => 'tiers-lieu', 'acronyms' => ['TL'], 'synonyms' => [], 'themes' => []], 201);
		$this->data('PUT', '/charter/acceptance', 'mate', ['version' => 1]);
	}

	/** One that goes on, with a person who is only a name; one that has ended, with something that waits for its owner. */
	private function buildSessions(): void {
		foreach (['session' => ['name' => 'Marcel'], 'ended' => ['member' => $this->cards['owner']]] as $name => $person) {
			$id = $this->data('POST', '/sessions', 'fanny', ['title' => 'À la mairie', 'place' => '', 'day' => '2026-11-20', 'key' => "a-key-$name-session"], 201)['id'];
			$added = $this->data('POST', "/sessions/$id/rows", 'fanny', $person + ['kind' => 'offer', 'text' => 'Un jardin ' . self::BEFORE, 'terms' => ['permaculture'], 'key' => "a-key-$name-row"], 201);
			$this->things[$name] = $id;
			$this->things["$name row"] = $added['row'];
		}
		$this->data('POST', "/sessions/{$this->things['ended']}/ending", 'fanny', ['version' => $added['session']['version']]);
	}

	/** A draft, a letter whose mails wait, and a message to all members; the first two contain everything that can be put there. */
	private function buildLetters(): void {
		$subscribers = $this->kernel->get(SubscriberMapper::class);
		$on = ['state' => Subscriber::ON, 'why' => 'told', 'said_on' => '2026-11-20', 'said_at' => self::NOON];
		$row = fn (string $column, string|int $value): int => $subscribers->of($column, $value)->id();
		foreach (array_diff(self::VIEWERS, ['nobody']) as $uid) {
			$subscribers->write($row('uid', $uid), $on);
		}
		foreach (['letter' => 'letter', 'sending letter' => 'letter', 'statutory letter' => 'statutory'] as $name => $kind) {
			$period = $kind === 'letter' ? ['from' => '2026-01-01', 'until' => '2026-12-01'] : [];
			$letter = $this->data('POST', '/letters', 'fanny', ['kind' => $kind, 'title' => 'Des nouvelles', 'language' => 'fr', 'key' => "a-key-for-$kind-" . strlen($name)] + $period, 201);
			$this->things[$name] = $letter['id'];
			$items = [];
			// Passages that nobody would find are there as well: what decides is who reads them.
			$things = ['person' => $this->cards, 'notice' => $this->notices, 'outcome' => $this->notices, 'group' => $this->groups, 'seeking' => $this->groups, 'closed' => $this->groups, 'date' => [$this->things['meeting']], 'story' => $this->files, 'help' => $this->files];
			foreach ($kind === 'letter' ? $things : [] as $about => $ids) {
				foreach (array_unique(array_values($ids)) as $id) {
					$items[] = ['kind' => $about, 'id' => $id, 'taken' => true, 'text' => null, 'hash' => null];
				}
			}
			$this->data('PUT', "/letters/{$letter['id']}", 'fanny', ['version' => 1, 'title' => 'Des nouvelles', 'language' => 'fr', 'editorial' => 'Bonjour.', 'items' => $items, 'readers' => ['kind' => 'all'], 'picture' => null] + $period);
		}
		$this->kernel->get(IDBConnection::class)->executeStatement("UPDATE `*PREFIX*reseau_letters` SET lease_holder = 'other', lease_until = " . (self::NOON + 600) . " WHERE id = {$this->things['sending letter']}");
		$this->data('POST', "/letters/{$this->things['sending letter']}/sending", 'fanny', ['version' => 2, 'readers' => $this->data('POST', "/letters/{$this->things['sending letter']}/readers", 'fanny')['key']]);
		$this->tokens['letter'] = basename($this->kernel->get(OnlineLinks::class)->url($this->kernel->get(Subscriptions::class)->one($row('member_id', $this->cards['kept'])), $this->things['sending letter']));
	}

	/** The showcase is open, with two people, a group and a story. */
	private function buildShowcase(): void {
		$network = $this->kernel->get(Network::class);
		$network->setAllowsShowcase(true);
		$network->setOpensShowcase(true);
		$this->data('PUT', "/members/{$this->cards['owner']}/showcase", 'owner', ['shown' => true]);
		$this->data('PUT', "/members/{$this->cards['kept']}/showcase", 'keeper', ['shown' => true, 'date' => '2026-11-20', 'how' => 'De vive voix']);
		$this->data('PUT', "/groups/{$this->groups['eau']}/showcase", 'guide', ['shown' => true]);
		$this->data('PUT', "/sheets/{$this->files['atelier']}/showcase", 'owner', ['shown' => true]);
		// These were chosen before they became drafts, or anonymous.
		foreach (['brouillon', 'anonyme', 'ancien'] as $name) {
			$sheet = $this->kernel->get(SheetMapper::class)->findByFile($this->files[$name]);
			$sheet?->setShowcased(true);
			$this->kernel->get(SheetStore::class)->update($sheet);
		}
	}

	/** Visitors wrote to the group that the guide facilitates: one sent it, the other has not. */
	private function buildEnquiries(): void {
		$this->visit('visite@example.org', self::BEFORE);
		$this->page('write/' . $this->tokenOfLastMail('write'), ['answer' => 'send']);
		$this->things['enquiry'] = $this->data('GET', '/enquiries', 'guide')['enquiries'][0]['id'];
		$this->visit('attend@example.org', 'Puis-je venir ?');
		$this->tokens['write'] = $this->tokenOfLastMail('write');
	}

	/** A visitor writes to the group. */
	protected function visit(string $address, string $text): void {
		$this->page("public/write/group/{$this->groups['eau']}", ['name' => 'Un Visiteur', 'email' => $address, 'text' => $text]);
	}

	/** @param array<string, string> $body */
	protected function page(string $path, array $body): void {
		$this->kernel->request('POST', "/index.php/apps/reseau/$path", null, http_build_query($body), ['content-type' => 'application/x-www-form-urlencoded']);
	}

	/** An account, the person of a kept card, an address alone and one that was asked get the letter, or could; the one who agreed by mail has a page of their own. */
	private function buildSubscribers(): void {
		$this->data('PUT', '/letter-settings', 'fanny', ['open' => true]);
		$this->data('PUT', '/subscription', 'owner', ['wants' => true]);
		$this->data('PUT', "/members/{$this->cards['kept']}/letter", 'keeper', ['wants' => true, 'date' => '2026-11-20', 'how' => self::BEFORE]);
		$this->data('POST', '/subscribers/import', 'fanny', ['rows' => [['position' => 1, 'address' => 'lettre@example.org', 'name' => 'Un Lecteur', 'date' => '2026-11-20', 'how' => 'Registre']]]);
		$this->things['subscriber'] = array_column($this->data('GET', '/subscribers', 'fanny')['subscribers'], 'id', 'name')['Un Lecteur'];
		$this->subscribe('attend@example.org');
		$this->tokens['subscribe'] = $this->tokenOfLastMail('subscribe');
		$this->tokens['leave'] = basename($this->kernel->get(Subscriptions::class)->leaveUrl($this->things['subscriber']));
		$this->tokens['own'] = $this->kernel->get(OwnLinks::class)->make('reached@example.org')[0]['token'];
		foreach (['kept', 'reached'] as $card) {
			$this->call($card, self::BEFORE);
		}
	}

	protected function subscribe(string $address): void {
		$this->page('subscribe', ['email' => $address]);
	}

	protected function call(string $card, string $note): void {
		$this->data('POST', "/members/{$this->cards[$card]}/calls", 'keeper', ['day' => '2026-11-20', 'how' => 'phone', 'note' => $note, 'key' => md5("$card $note")], 201);
	}

	/** They answer, the other has not read it, and the facilitators may. */
	private function writeToAnAuthor(): void {
		$this->things['unnamed'] = $talk = $this->data('POST', "/sheets/{$this->files['anonyme']}/conversations", 'member', ['text' => 'Que s’est-il passé ?', 'key' => 'a-key-unnamed'], 201)['id'];
		$this->data('POST', "/conversations/$talk/messages", 'owner', ['text' => 'Il a gelé.', 'key' => 'a-key-answered'], 201);
		$this->data('PUT', "/conversations/$talk/report", 'member', ['reported' => true]);
	}

	/** For everybody; for the people of one group, of a person with and one without an account; of a person whose card is paused; and one that is done. */
	private function buildNotices(): void {
		$words = ['title' => 'Une bordure ' . self::BEFORE, 'text' => 'Avec ' . self::ONLY_HIDDEN[self::BEFORE], 'terms' => ['haies'], 'mode' => 'loan', 'territories' => [['code' => '11206', 'kind' => 'commune', 'name' => '']]];
		$inEau = ['groupId' => $this->groups['eau'], 'audience' => 'group'];
		foreach (['shown' => ['mate', ['title' => 'Un jardin d’eau', 'terms' => ['permaculture']]], 'eau' => ['owner', $words + $inEau], 'kept' => ['keeper', ['memberId' => $this->cards['kept']] + $words + $inEau], 'paused' => ['paused', $words], 'done' => ['member', ['title' => 'Un four']]] as $name => [$uid, $notice]) {
			$this->notices[$name] = $this->data('POST', '/notices', $uid, $notice + ['kind' => 'offer', 'key' => "a-key-$name-notice"], 201)['id'];
		}
		$this->data('PUT', "/notices/{$this->notices['done']}/closing", 'member', ['outcome' => 'Du pain', 'thanks' => [$this->cards['mate'], $this->cards['paused']]]);
		$this->kernel->clock->stopAt(self::NOON - 30 * 86400);
		$this->notices['ending'] = $this->data('POST', '/notices', 'guide', ['kind' => 'call', 'title' => 'Une fête', 'key' => 'a-key-ending-notice', 'until' => '2026-11-27'], 201)['id'];
		$this->kernel->clock->stopAt(self::NOON);
		$this->kernel->get(EndingNotices::class)->run();
		$this->tokens['notice'] = $this->tokenOfLastMail('notice');
		$this->things['about'] = $this->data('POST', "/notices/{$this->notices['shown']}/conversations", 'member', ['text' => 'Parlons de ' . self::BEFORE, 'key' => 'a-key-about'], 201)['id'];
		$this->pass('shown');
		$this->tokens['passed'] = $this->tokenOfLastMail('passed');
	}

	/** Sends a notice to the person without an account who agreed by mail. */
	protected function pass(string $notice): void {
		$path = "/members/{$this->cards['reached']}/notices/{$this->notices[$notice]}";
		$this->data('POST', $path, 'keeper', ['seen' => $this->data('GET', $path, 'keeper')['mail']['seen']], 201);
	}

	/** A person without an account agreed by mail, and gets a message by mail. */
	private function reachByMail(): void {
		$this->cards['reached'] = $this->data('POST', '/members', 'keeper', ['name' => 'Jointe Par Courriel', 'contact' => ['email' => 'reached@example.org']], 201)['id'];
		$this->data('POST', "/members/{$this->cards['reached']}/consent-mail", 'keeper', [], 201);
		$this->kernel->request('POST', '/index.php/apps/reseau/consent/' . $this->tokenOfLastMail('consent'), null, 'answer=accept&version=1', ['content-type' => 'application/x-www-form-urlencoded']);
		$this->things['mailed'] = $this->data('POST', "/members/{$this->cards['reached']}/conversations", 'member', ['text' => 'Parlons de ' . self::BEFORE, 'key' => 'a-key-mailed'], 201)['id'];
		$this->tokens['reply'] = $this->tokenOfLastMail('reply');
		$this->tokens['mails'] = $this->kernel->get(MailLinks::class)->of($this->kernel->get(RecipientMapper::class)->of('owner'), 'owner@example.org');
	}

	private function hideCards(): void {
		foreach (['paused' => ['paused', 'paused'], 'withdrawn' => ['keeper', 'withdrawn']] as $card => [$uid, $status]) {
			$this->data('PUT', "/members/{$this->cards[$card]}/status", $uid, ['status' => $status, 'version' => $this->version($card, $uid)]);
		}
	}

	protected function version(string $card, string $uid): int {
		return $this->data('GET', "/members/{$this->cards[$card]}", $uid)['version'];
	}

	private function tokenOfLastMail(string $page): string {
		$mails = $this->kernel->mails();
		self::assertSame(1, preg_match("~/$page/((?:\\d+-)?\\w{32})\\b~", end($mails)['plain'] ?? '', $found), "a mail leads to /$page/");
		return $found[1];
	}
}
