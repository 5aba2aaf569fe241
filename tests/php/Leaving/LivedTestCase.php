<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Leaving;

use OCA\Reseau\Delivery\Choices;
use OCA\Reseau\Delivery\Kind;
use OCA\Reseau\Delivery\Timing;
use OCA\Reseau\Delivery\Waiting;
use OCA\Reseau\Delivery\WaitingMapper;
use OCA\Reseau\Integration\DailyMailJob;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Tests\Endpoints\Endpoint;
use OCA\Reseau\Tests\Endpoints\Examples;
use OCA\Reseau\Tests\Endpoints\StageTestCase;
use OCP\Files\IRootFolder;
use OCP\IUserManager;
use Random\Randomizer;
use Sandbox\Service\Deck;
use Sandbox\Service\Teams;

/** A person who did at random whatever the endpoints let people do; others did the same with them. */
abstract class LivedTestCase extends StageTestCase {
	protected const PEOPLE = 4;

	protected const MARK = 'qwxzk';
	protected const UID = self::MARK . '.uid';
	protected const EMAIL = self::MARK . '@example.org';
	protected const PHONE = '01 99 00 83 83';

	/** What people write in their own name, by endpoint: it goes with them. What they write for a group or the network stays, without their name. */
	private const OWN_WORDS = ['message-start', 'notice-create', 'notice-write', 'writing-write', 'draft-begin', 'draft-write', 'member-keepSearch', 'group-join', 'library-evaluate', 'library-startConversation'];

	/** What ends its life before its time. */
	private const ENDS = ['member-delete', 'member-deleteMine', 'member-refuse', 'settings-setFacilitator'];

	/** @param string $name of the account */
	protected function live(Randomizer $random, string $name): void {
		$this->stage();
		$this->kernel->runQueued();
		$this->kernel->createUser(self::UID, $name, [Network::FACILITATORS_GROUP, 'admin'])->setEMailAddress(self::EMAIL);
		$card = $this->card(self::UID, array_replace(self::fullCard(self::MARK, Audience::Members), ['name' => 'Prénom ' . ucfirst(self::MARK), 'contact' => ['email' => self::EMAIL, 'phone' => self::PHONE]]));
		$this->data('PUT', "/members/{$this->things['kept']}/steward", self::person(0), ['uid' => self::UID]);
		$own = new Examples($this->things);
		$about = new Examples(['linh' => $card['id'], 'mine' => $card['id'], 'id' => $card['id']] + $this->things);
		$endpoints = array_filter($this->endpoints(), static fn (Endpoint $one): bool => !$one->isPage() && $one->writes() && !in_array($one->name, self::ENDS, true));
		$this->data('POST', "/groups/{$this->things['group']}/invitations", self::person(0), ['memberId' => $card['id']]);
		$this->data('PUT', '/charter/acceptance', self::UID, ['version' => 1]);
		$this->data('POST', "/groups/{$this->things['group']}/join", self::UID, ['charter' => 1]);
		$this->data('POST', "/groups/{$this->things['group']}/facilitators", self::person(0), ['memberId' => $card['id']]);
		foreach (Kind::cases() as $kind) {
			$this->kernel->get(Choices::class)->write(self::UID, $kind, $random->getInt(0, 1) === 0 ? Timing::Daily : Timing::Now);
		}
		for ($round = 0; $round < 2; $round++) {
			foreach ($random->shuffleArray(array_values($endpoints)) as $endpoint) {
				$this->act($endpoint, $own, self::UID);
				$this->act($endpoint, $about, self::person(1));
			}
		}
		$this->lastly();
	}

	/** What the examples say in the name of the stage, or what others of them undo. */
	private function lastly(): void {
		$made = $this->keptCard(self::UID, ['name' => 'Sans Compte']);
		$this->data('POST', "/members/{$made['id']}/claim-link", self::UID, [], 201);
		$this->data('POST', "/members/{$made['id']}/calls", self::UID, ['day' => '2026-11-23', 'how' => 'visit', 'note' => '', 'key' => 'the-last-call'], 201);
		$conversation = $this->data('POST', "/members/{$made['id']}/conversations", self::person(2), ['text' => 'La grange est-elle libre ?', 'key' => 'the-last-message'], 201)['id'];
		$this->data('POST', "/conversations/$conversation/messages", self::UID, ['text' => 'En mai.', 'key' => 'the-last-answer'], 201);
		$this->data('PUT', '/calendar/addresses/0', self::UID);
		$this->answersAVisitor();
		$group = $this->data('POST', '/groups', self::UID, ['title' => 'Derniers', 'key' => 'the-last-group'], 201);
		$this->data('PUT', "/groups/{$group['id']}", self::UID, ['version' => $group['version'], 'mandate' => ['mayAdvance' => ['Planter'], 'mustNot' => [], 'with' => []]]);
		$this->data('POST', "/groups/{$group['id']}/making/lease", self::UID, ['runner' => 'last']);
		$this->savesWhatItMade($group['id']);
		$this->data('POST', '/asks', self::UID, ['people' => [['key' => 'a', 'name' => 'Dernière', 'email' => 'derniere@example.org', 'groups' => [['id' => $group['id']]]]], 'message' => 'À mardi.']);
		$this->data('POST', "/groups/{$group['id']}/minutes", self::UID, ['hash' => str_repeat('c', 64), 'title' => 'Dernière réunion', 'plan' => '{"cards":[]}'], 201);
		$draft = $this->data('POST', '/minutes/drafts', self::UID, ['key' => 'the-last-draft', 'name' => 'Texte.txt', 'content' => 'Un texte'], 201);
		$this->data('PUT', "/minutes/drafts/{$draft['id']}/facilitator", self::UID, ['version' => $draft['version'], 'uid' => self::person(1)]);
		$file = $this->kernel->get(IRootFolder::class)->getUserFolder(self::UID)->get('/Réseau commun')->newFile('Dernier.md', 'Un texte.')->getId();
		$this->data('PUT', "/sheets/$file", self::UID, ['version' => 0, 'kind' => 'manifesto', 'title' => 'Un échec', 'anonymous' => true, 'reachable' => true]);
		$session = $this->data('POST', '/sessions', self::UID, ['title' => 'À la fin', 'place' => '', 'day' => '2026-11-24', 'key' => 'the-last-session'], 201)['id'];
		foreach (['linh', 'noe'] as $n => $name) {
			$added = $this->data('POST', "/sessions/$session/rows", self::UID, ['kind' => 'offer', 'text' => 'Du foin', 'key' => "the-last-row-$n", 'member' => $this->things[$name]], 201)['session'];
		}
		$this->data('POST', "/sessions/$session/ending", self::UID, ['version' => $added['version'], 'pairs' => [array_column($added['people'], 'id')]]);
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 86_400);
		$this->kernel->runJob(DailyMailJob::class);
		$this->data('PUT', "/sheets/$file/status", self::UID, ['version' => 1, 'status' => 'published']);
		$this->data('POST', "/sheets/$file/signatures/mail", self::UID, ['name' => 'Signataire', 'email' => 'signataire@example.org'], 201);
		$asked = $this->keptCard(self::person(3), ['name' => 'À Présenter'])['id'];
		$introduction = $this->data('POST', "/matches/$asked/introduction", 'noe', ['mediated' => true], 201)['id'];
		$this->data('POST', "/introductions/$introduction/accept", self::person(3));
		$this->data('POST', "/introductions/$introduction/mediation", self::UID);
		$this->kernel->get(WaitingMapper::class)->put(Waiting::of(self::UID, Kind::Group, 'asked', 'asked', (string)$group['id'], $this->kernel->clock->getTime()));
	}

	/** A team, a board and a folder of its own. */
	private function savesWhatItMade(int $group): void {
		$this->kernel->config['sandbox.apps'] = 'circles,deck';
		$library = $this->kernel->get(IRootFolder::class)->getUserFolder(self::UID)->get('/Réseau commun');
		$this->kernel->get(Network::class)->setLibrary('/Réseau commun', $library->getId());
		$this->data('PUT', "/groups/$group/making", self::UID, [
			'runner' => 'last',
			'teamId' => $this->kernel->get(Teams::class)->create('Derniers', self::UID),
			'boardId' => $this->kernel->get(Deck::class)->for(self::UID)->createBoard('Derniers', '31CC7C')['id'],
			'folderId' => $library->newFolder('Derniers')->getId(),
			'folderPath' => '/Réseau commun/Derniers',
		]);
	}

	private function answersAVisitor(): void {
		$this->kernel->get(Network::class)->setAllowsShowcase(true);
		$this->kernel->get(Network::class)->setOpensShowcase(true);
		$post = fn (string $path, array $body): mixed => $this->kernel->request('POST', "/index.php/apps/reseau/$path", null, http_build_query($body), ['content-type' => 'application/x-www-form-urlencoded']);
		$post('public/write/network', ['name' => 'Zoé', 'email' => 'the.last@example.org', 'text' => 'Puis-je venir ?']);
		preg_match('~/write/(\w+)~', array_slice($this->kernel->mails(), -1)[0]['plain'], $found);
		$post("write/$found[1]", ['answer' => 'send']);
		$this->data('POST', "/enquiries/{$this->data('GET', '/enquiries', self::UID)['enquiries'][0]['id']}/answer", self::UID, ['text' => 'Bienvenue, dit ' . self::MARK, 'named' => true]);
	}

	private function act(Endpoint $endpoint, Examples $examples, string $uid): void {
		$example = $examples->of($endpoint);
		if ($example === null) {
			return;
		}
		$body = $example['body'] ?? null;
		if ($uid === self::UID && in_array($endpoint->name, self::OWN_WORDS, true)) {
			foreach (array_intersect(['text', 'title', 'name', 'content', 'commitment', 'limits', 'standpoint'], array_keys($body)) as $key) {
				$body[$key] .= ' ' . self::MARK;
			}
		}
		$reply = $this->kernel->request($endpoint->method, $examples->path($endpoint), $uid, $body);
		self::assertLessThan(500, $reply->status, $endpoint->name . $reply->error);
	}
}
