<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Minutes;

use Closure;
use OCA\Reseau\Integration\Notifications\MinutesNotifier;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Minutes\AnswerAsk;
use OCA\Reseau\Minutes\AskedPerson;
use OCA\Reseau\Minutes\AskMail;
use OCA\Reseau\Minutes\AskMapper;
use OCA\Reseau\Minutes\AskPeople;
use OCA\Reseau\Minutes\MinutesAccess;
use OCA\Reseau\Minutes\MinutesNotifications;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Mail\Outbox;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Tests\Delivery\FaultyMailer;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IDBConnection;
use OCP\IL10N;
use OCP\IUserManager;
use OCP\Notification\AlreadyProcessedException;
use OCP\Notification\IManager;
use PHPUnit\Framework\Attributes\Group;
use Psr\Log\LoggerInterface;
use ReflectionClass;
use ReflectionMethod;
use ReflectionParameter;
use ReflectionProperty;
use Sandbox\Kernel\Reply;
use Sandbox\Service\Mailer;

/** People are invited to several groups at the same time: one mail each, one answer for each group, and nobody twice. */
#[Group('databases')]
class AskSeveralTest extends NetworkTestCase {
	private const ADDRESS = 'sans.compte@example.org';

	/** @var array<string, int> */
	private array $groups;

	/** @var array<string, int> cards by account */
	private array $cards;

	protected function setUp(): void {
		parent::setUp();
		foreach (['odile', 'bob'] as $uid) {
			$this->account($uid);
			$this->cards[$uid] = $this->card($uid, ['name' => ucfirst($uid)])['id'];
		}
		foreach (['eau' => 'Garder l’eau là où elle tombe', 'pain' => '', 'bois' => 'Des haies'] as $name => $purpose) {
			$this->groups[$name] = $this->data('POST', '/groups', 'odile', ['title' => ucfirst($name), 'purpose' => $purpose, 'mandate' => ['mayAdvance' => ["Planter ($name)"], 'mustNot' => [], 'with' => []]], 201)['id'];
		}
	}

	public function testOneMailAsksForAllGroupsAsItWasRead(): void {
		$person = $this->person(['eau' => 'le mardi', 'pain' => '']);
		self::assertSame(['eau' => 'mailed', 'pain' => 'mailed'], $this->ways($person));
		self::assertSame([], $this->kernel->mails());
		$preview = $this->data('POST', '/asks/mail', 'odile', ['name' => 'Sans Compte', 'groups' => [$this->groups['eau'], $this->groups['pain']], 'message' => "Nous commençons mardi.\n\nVenez !"]);
		self::assertSame(['eau' => 'mailed', 'pain' => 'mailed'], $this->invited($person, "Nous commençons mardi.\n\nVenez !"));
		[$mail] = $this->kernel->mails();
		self::assertCount(1, $this->kernel->mails());
		self::assertSame('Voulez-vous participer à 2 groupes ?', str_replace("\u{a0}", ' ', $mail['subject']));
		self::assertSame($preview['text'], trim((string)preg_replace('~http\S+/ask/\w+~', '…', $mail['plain'])));
		foreach (['Nous commençons mardi.', 'Venez', 'Eau', 'Garder l’eau', 'Pain'] as $words) {
			self::assertStringContainsString($words, $mail['plain']);
		}
		foreach (['eau', 'pain'] as $name) {
			self::assertSame(['Sans Compte'], array_column($this->data('GET', "/groups/{$this->groups[$name]}/asks", 'odile'), 'name'));
		}
		// Asked again, in one more group too, they get a mail for that alone.
		self::assertSame(['eau' => 'asked_already', 'pain' => 'asked_already', 'bois' => 'mailed'], $this->invited($this->person(['eau' => '', 'pain' => '', 'bois' => ''])));
		self::assertStringContainsString('« Bois »', str_replace("\u{a0}", ' ', $this->kernel->mails()[1]['subject']));
		self::assertSame(['eau' => 'asked_already', 'pain' => 'asked_already', 'bois' => 'asked_already'], $this->ways($this->person(['eau' => '', 'pain' => '', 'bois' => ''])));
	}

	public function testOnThePageEachGroupHasItsAnswer(): void {
		$this->invited($this->person(['eau' => 'le mardi', 'pain' => '']));
		$token = $this->token();
		$page = html_entity_decode($this->open($token)->body);
		foreach (['Odile', 'Eau', 'Garder l’eau', 'Planter (eau)', 'Planter (pain)', 'le mardi'] as $words) {
			self::assertStringContainsString($words, $page);
		}
		[$eau, $pain] = [$this->groups['eau'], $this->groups['pain']];
		$typed = ['name' => 'Sylvie Compte', "in-$eau" => 'yes', "hours-$eau" => '2 h par mois'];
		$again = html_entity_decode($this->answer($token, $typed)->body);
		self::assertStringContainsString('dites oui ou non pour chaque groupe', $again);
		self::assertStringContainsString('2 h par mois', $again);
		self::assertStringContainsString("name=\"in-$eau\" value=\"yes\" required checked", $again);
		try {
			$this->kernel->get(AnswerAsk::class)->accept($token, $typed);
			self::fail();
		} catch (ReasonException $e) {
			self::assertSame(['answer_missing', ['field' => "in-$pain"]], [$e->reason, $e->details]);
		}
		$typed["in-$pain"] = 'no';
		self::assertStringContainsString('choisissez un autre jour', html_entity_decode($this->answer($token, $typed + ["until-$eau" => 'demain'])->body));
		self::assertStringContainsString('un de vos textes', html_entity_decode($this->answer($token, $typed + ["limits-$eau" => str_repeat('x', 501)])->body));
		self::assertSame(0, $this->data('GET', '/members/kept', 'odile')['total']);
		$answered = $this->answer($token, $typed + ["commitment-$eau" => "Le mardi,\r\navec le camion", "until-$eau" => '2027-01-31', "limits-$eau" => 'Pas le soir', 'seeks' => 'Un banc']);
		self::assertSame([303, "/index.php/apps/reseau/consent/$token"], [$answered->status, '/index.php' . strstr($answered->headers['Location'], '/apps')]);
		[$card] = $this->data('GET', '/members/kept', 'odile')['members'];
		self::assertSame(['Sylvie Compte', 'published', ['Un banc']], [$card['name'], $card['status'], array_column($card['seeks'], 'text')]);
		[$row] = array_values(array_filter($this->data('GET', "/groups/$eau/roster", 'odile'), static fn (array $row): bool => $row['member']['name'] === 'Sylvie Compte'));
		self::assertSame(["Le mardi,\navec le camion", '2 h par mois', '2027-01-31', 'Pas le soir'], [$row['commitment'], $row['hours'], $row['until'], $row['limits']]);
		self::assertSame(['Odile' => 'active', 'Sylvie Compte' => 'declined'], array_column(array_map(static fn (array $row): array => [$row['member']['name'], $row['state']], $this->data('GET', "/groups/$pain/roster", 'odile')), 1, 0));
		// A person who refused a group is not invited into it again; the other group already has them.
		$person = ['key' => 'a', 'memberId' => $card['id'], 'groups' => [['id' => $eau], ['id' => $pain]]];
		self::assertSame(['in_already', 'refused'], array_column($this->data('POST', '/asks/ways', 'odile', ['people' => [$person]])['people'], 'outcome'));
		self::assertSame(['in_already', 'refused'], array_column($this->data('POST', '/asks', 'odile', ['people' => [$person]])['people'], 'outcome'));
		self::assertSame(['Une personne que vous avez invitée est dans le groupe « Eau »', null], [$this->notified(MinutesNotifications::ACCEPTED, $eau), $this->notified(MinutesNotifications::ACCEPTED, $eau, 'bob')]);
		self::assertSame('Une personne que vous avez invitée ne rejoint pas le groupe « Pain »', $this->notified(MinutesNotifications::REFUSED, $pain));
		self::assertNull($this->notified(MinutesNotifications::REFUSED, 999));
		self::assertCount(1, $this->kernel->mails());
	}

	public function testRefusingAllKeepsNothing(): void {
		$this->invited($this->person(['eau' => '', 'pain' => '']));
		$token = $this->token();
		$page = $this->answer($token, ["in-{$this->groups['eau']}" => 'no', "in-{$this->groups['pain']}" => 'no']);
		self::assertStringContainsString('Rien n’est gardé sur vous', html_entity_decode($page->body));
		self::assertSame([0, 0], [$this->rows(), $this->data('GET', '/members/kept', 'odile')['total']]);
		self::assertSame(404, $this->open($token)->status);
		self::assertSame(['eau' => 'refused', 'bois' => 'refused'], $this->invited($this->person(['eau' => '', 'bois' => ''])));
		// A preview does not reveal the refusal: only a request that counts towards the limit does.
		self::assertSame(['bois' => 'mailed'], $this->ways($this->person(['bois' => ''])));
	}

	public function testAGroupThatClosesIsNoLongerAskedAbout(): void {
		$this->invited($this->person(['eau' => '', 'pain' => '']));
		$token = $this->token();
		$this->close('pain');
		self::assertStringContainsString('« Eau »', str_replace("\u{a0}", ' ', html_entity_decode($this->open($token)->body)));
		self::assertSame(303, $this->answer($token, ['name' => 'Sylvie'])->status);
		$this->assertRefused(409, 'group_closed', 'POST', '/asks', 'odile', ['people' => [$this->person(['pain' => ''])]]);
	}

	public function testAReminderForOneGroupLeavesTheLinkForTheOthers(): void {
		$this->invited($this->person(['eau' => '', 'pain' => '']));
		$token = $this->token();
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 7 * 86_400);
		$this->data('POST', "/asks/{$this->data('GET', "/groups/{$this->groups['eau']}/asks", 'odile')[0]['id']}/again", 'odile');
		self::assertStringContainsString('« Pain »', str_replace("\u{a0}", ' ', html_entity_decode($this->open($token)->body)));
		$this->answer($token, ['name' => 'Sylvie']);
		preg_match('~/ask/(\w{32})\b~', $this->kernel->mails()[1]['plain'], $second);
		self::assertStringContainsString('« Eau »', str_replace("\u{a0}", ' ', html_entity_decode($this->open($second[1])->body)));
	}

	/** The mail server refuses an address, is down, or is slow while the same is asked again: who was not reached is asked again, nobody gets two. */
	public function testAMailThatFailsIsSentAgainWithAllItsGroups(): void {
		$person = $this->person(['eau' => '', 'pain' => '']);
		foreach ([false, true] as $throws) {
			self::assertSame(['eau' => 'mail_failed', 'pain' => 'mail_failed', 'other' => 'mailed'], $this->invitedBy($this->mailer([self::ADDRESS], $throws), $person, "autre$throws@example.org"));
			self::assertSame($throws ? 2 : 1, $this->rows());
		}
		self::assertSame(['eau' => 'mailed', 'pain' => 'mailed', 'other' => 'mailed'], $this->invitedBy($this->mailer([], meanwhile: function () use ($person): void {
			self::assertContains($this->ways($person)['eau'], ['asked_already']);
			self::assertSame(['eau' => 'asked_already', 'pain' => 'asked_already'], $this->invited($person));
		}), $person, 'encore@example.org'));
		self::assertCount(4, $this->kernel->mails());
	}

	/** A request that was cut off between the record and the mail: after ten minutes it counts as never sent. */
	public function testWhatWasCutOffIsAskedAgainOnlyWhenItWasNotSent(): void {
		$this->invited($this->person(['eau' => '', 'pain' => '']));
		$mapper = $this->kernel->get(AskMapper::class);
		$hash = $this->kernel->get(Refusals::class)->hash(self::ADDRESS);
		$cut = $mapper->findPerson($this->groups['pain'], $hash);
		$cut->setSentAt(null);
		$mapper->update($cut);
		self::assertSame(['eau' => 'asked_already', 'pain' => 'asked_already'], $this->invited($this->person(['eau' => '', 'pain' => ''])));
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 601);
		self::assertSame(['eau' => 'asked_already', 'pain' => 'mailed'], $this->ways($this->person(['eau' => '', 'pain' => ''])));
		self::assertSame(['eau' => 'asked_already', 'pain' => 'mailed'], $this->invited($this->person(['eau' => '', 'pain' => ''])));
		self::assertSame([2, 2], [count($this->kernel->mails()), $this->rows()]);
	}

	/** Between the choice and the mail they refused, their card was erased, or they got an account. */
	public function testWhatHappensMeanwhileDecides(): void {
		$kept = $this->keptCard('odile', ['name' => 'Berthe', 'contact' => ['email' => 'berthe@example.org']]);
		$person = ['key' => 'a', 'memberId' => $kept['id'], 'groups' => [['id' => $this->groups['eau']], ['id' => $this->groups['pain']]]];
		self::assertSame(['mailed', 'mailed'], array_column($this->data('POST', '/asks/ways', 'odile', ['people' => [$person]])['people'], 'outcome'));
		$this->data('DELETE', "/members/{$kept['id']}", 'odile');
		self::assertSame(['gone', 'gone'], array_column($this->data('POST', '/asks', 'odile', ['people' => [$person]])['people'], 'outcome'));
		$bob = ['key' => 'b', 'memberId' => $this->cards['bob'], 'groups' => [['id' => $this->groups['eau']], ['id' => $this->groups['pain']]]];
		self::assertSame(['notified', 'notified'], array_column($this->data('POST', '/asks/ways', 'odile', ['people' => [$bob]])['people'], 'outcome'));
		self::assertSame(['notified', 'notified'], array_column($this->data('POST', '/asks', 'odile', ['people' => [$bob]])['people'], 'outcome'));
		self::assertSame(['asked_already', 'asked_already'], array_column($this->data('POST', '/asks/ways', 'odile', ['people' => [$bob]])['people'], 'outcome'));
		$this->data('POST', "/groups/{$this->groups['eau']}/decline", 'bob');
		self::assertSame(['refused', 'asked_already'], array_column($this->data('POST', '/asks/ways', 'odile', ['people' => [$bob]])['people'], 'outcome'));
		self::assertSame([], $this->kernel->mails());
	}

	public function testOnlyTheirFacilitatorsInviteAndNobodyWritesLinks(): void {
		foreach (['/asks', '/asks/ways'] as $path) {
			$this->assertRefused(403, 'not_yours', 'POST', $path, 'bob', ['people' => [$this->person(['eau' => ''])]]);
			$this->assertRefused(404, 'not_found', 'POST', $path, 'odile', ['people' => [['key' => 'a', 'name' => 'Qui', 'groups' => [['id' => 999]]]]]);
			$this->assertRefused(400, 'wrong_type', 'POST', $path, 'odile', ['people' => [['key' => 'a', 'groups' => [['id' => 'x']]]]]);
			$this->assertRefused(400, 'too_many', 'POST', $path, 'odile', ['people' => [['key' => 'a', 'groups' => array_fill(0, 31, ['id' => 1])]]]);
			self::assertSame(['people' => []], $this->data('POST', $path, 'odile', ['people' => [['key' => 'a', 'name' => 'Qui', 'groups' => []]]]));
		}
		$this->assertRefused(403, 'not_yours', 'POST', '/asks/mail', 'bob', ['groups' => [$this->groups['eau']]]);
		$this->assertRefused(400, 'wrong_type', 'POST', '/asks/mail', 'odile', ['groups' => []]);
		foreach (['/asks' => ['people' => []], '/asks/mail' => ['groups' => [$this->groups['eau']]]] as $path => $body) {
			$this->assertRefused(422, 'links_too_early', 'POST', $path, 'odile', $body + ['message' => 'Lisez www.example.org']);
			$this->assertRefused(400, 'too_long', 'POST', $path, 'odile', $body + ['message' => str_repeat('x', 1001)]);
		}
	}

	/**
	 * @param array<string, string> $groups notes by name of the group
	 * @return array<string, mixed>
	 */
	private function person(array $groups): array {
		return ['key' => 'a', 'name' => 'Sans Compte', 'email' => self::ADDRESS, 'groups' => array_map(fn (string $name, string $note): array => ['id' => $this->groups[$name], 'note' => $note], array_keys($groups), $groups)];
	}

	/**
	 * @param array<string, mixed> $person
	 * @return array<string, string> outcomes by name of the group
	 */
	private function invited(array $person, string $message = ''): array {
		return $this->byName($this->data('POST', '/asks', 'odile', ['people' => [$person], 'message' => $message])['people']);
	}

	/**
	 * @param array<string, mixed> $person
	 * @return array<string, string>
	 */
	private function ways(array $person): array {
		return $this->byName($this->data('POST', '/asks/ways', 'odile', ['people' => [$person]])['people']);
	}

	/**
	 * @param list<array<string, mixed>> $answers
	 * @return array<string, string>
	 */
	private function byName(array $answers): array {
		$outcomes = array_column($answers, 'outcome', 'group');
		return array_map(static fn (int $id): string => $outcomes[$id], array_filter($this->groups, static fn (int $id): bool => isset($outcomes[$id])));
	}

	/** @param list<string> $refused */
	private function mailer(array $refused, bool $throws = false, ?Closure $meanwhile = null): FaultyMailer {
		return new FaultyMailer($this->kernel, (new ReflectionProperty(Mailer::class, 'folder'))->getValue($this->kernel->get(Mailer::class)), $refused, $throws, $meanwhile);
	}

	/**
	 * By a mail server of its own, with another person.
	 *
	 * @param array<string, mixed> $person
	 * @return array<string, string> outcomes by name of the group
	 */
	private function invitedBy(FaultyMailer $mailer, array $person, string $other): array {
		$outbox = new Outbox($mailer, $this->kernel->get(IUserManager::class), $this->kernel->get(LoggerInterface::class));
		$mail = new AskMail($mailer, $outbox, $this->kernel->get(IL10N::class), $this->kernel->get(IUserManager::class), $this->kernel->get(Network::class));
		$asking = $this->kernel->get(AskPeople::class);
		$asking = (new ReflectionClass($asking))->newInstanceArgs(array_map(
			fn (ReflectionParameter $one): object => (string)$one->getType() === AskMail::class ? $mail : $this->kernel->get((string)$one->getType()),
			(new ReflectionMethod($asking, '__construct'))->getParameters(),
		));
		$access = $this->kernel->get(MinutesAccess::class);
		$viewer = $this->kernel->get(Viewers::class)->of('odile');
		$groups = array_combine($this->groups, array_map(static fn (int $id) => $access->inviting($viewer, $id), $this->groups));
		$people = [$person, ['key' => 'other', 'email' => $other, 'groups' => [['id' => $this->groups['eau']]]]];
		$answers = $asking->ask($viewer, $groups, array_map(AskedPerson::read(...), $people, array_keys($people)));
		$of = static fn (string $key): array => array_values(array_filter($answers, static fn (array $one): bool => $one['key'] === $key));
		return $this->byName($of('a')) + ['other' => $of('other')[0]['outcome']];
	}

	private function close(string $name): void {
		$this->data('PUT', "/groups/{$this->groups[$name]}/status", 'odile', ['status' => 'closed', 'version' => $this->data('GET', "/groups/{$this->groups[$name]}", 'odile')['version']]);
	}

	private function token(): string {
		self::assertSame(1, preg_match('~/ask/(\w{32})\b~', $this->kernel->mails()[0]['plain'], $found));
		return $found[1];
	}

	private function open(string $token): Reply {
		return $this->kernel->request('GET', "/index.php/apps/reseau/ask/$token");
	}

	/** @param array<string, mixed> $along */
	private function answer(string $token, array $along): Reply {
		return $this->kernel->request('POST', "/index.php/apps/reseau/ask/$token", null, ['answer' => 'accept'] + $along);
	}

	/** @return ?string what the bell says about a group, null where it says nothing any more */
	private function notified(string $what, int $group, string $uid = 'odile'): ?string {
		$notification = $this->kernel->get(IManager::class)->createNotification()->setApp('reseau')->setUser($uid)->setSubject($what)->setObject($what, (string)$group);
		try {
			return str_replace("\u{a0}", ' ', $this->kernel->get(MinutesNotifier::class)->prepare($notification, 'fr')->getParsedSubject());
		} catch (AlreadyProcessedException) {
			return null;
		}
	}

	private function rows(): int {
		return (int)$this->kernel->get(IDBConnection::class)->executeQuery('SELECT COUNT(*) FROM `*PREFIX*reseau_asks`')->fetchOne();
	}
}
