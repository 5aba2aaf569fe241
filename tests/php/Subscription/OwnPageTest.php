<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Subscription;

use OCA\Reseau\Integration\DeleteExpired;
use OCA\Reseau\OwnPage\AskForPage;
use OCA\Reseau\OwnPage\OwnLinks;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\ReasonException;
use PHPUnit\Framework\Attributes\Group;

/** A person without an account has a page of their own, by a link that is mailed to them. */
#[Group('databases')]
class OwnPageTest extends SubscriptionTestCase {
	private const ADDRESS = 'paulette@example.org';

	private int $paulette;

	protected function setUp(): void {
		parent::setUp();
		$this->card('odile', ['name' => 'Odile Vidal']);
		$this->paulette = $this->keptCard('romain', [
			'name' => 'Paulette Serres',
			'contact' => ['email' => self::ADDRESS, 'phone' => '0561020304'],
			'drives' => 'La laine',
			'seeks' => [['text' => 'Un métier à tisser', 'terms' => ['permaculture']], ['text' => 'Un four', 'terms' => []]],
			'values' => ['ecoute'],
			'limits' => 'Pas le soir',
			'audience' => ['limits' => 'groups'],
		])['id'];
	}

	/** The token of the link that is mailed on request. */
	private function link(string $address = self::ADDRESS): string {
		$this->page('own', ['email' => $address]);
		return $this->token('own', $address);
	}

	public function testShowsWhatIsKnownOfThem(): void {
		$this->card('romain');
		$this->groupOf('romain', 'Eau de pluie');
		$page = $this->page('own/' . $this->link());

		foreach (['Paulette Serres', 'La laine', 'Un métier à tisser', 'Romain tient votre fiche dans La Cordée', '20 novembre 2026', '« De vive voix »', 'Pas de lettre', 'Les convocations', '24 décembre 2026', 'Eau de pluie'] as $shown) {
			self::assertStringContainsString($shown, $page);
		}
		self::assertStringNotContainsString('Pas le soir', $page, 'the card is shown as members see it');
		self::assertStringNotContainsString('0561020304', $page);
		self::assertStringContainsString('« Mes limites »', $page);
	}

	public function testSaysWhenTheirGroupsMeet(): void {
		$this->card('romain');
		$eau = $this->groupOf('romain', 'Eau de pluie');
		$other = $this->data('POST', '/groups', 'romain', ['title' => 'Sans elle'], 201)['id'];
		$meeting = ['title' => 'Choisir la pompe', 'day' => '2026-12-09', 'time' => '18:30', 'zone' => 'Europe/Paris', 'place' => 'Salle du foyer', 'agenda' => '- La citerne'];
		$this->data('POST', "/groups/$eau/meetings", 'romain', $meeting + ['key' => 'a-first-key'], 201);
		$this->data('POST', "/groups/$other/meetings", 'romain', ['title' => 'Entre nous'] + $meeting + ['key' => 'a-second-key'], 201);
		$date = 'Choisir la pompe : 9 décembre 2026, 18:30, Salle du foyer';

		$page = $this->page('own/' . $this->link());
		self::assertStringContainsString($date, $page);
		self::assertStringNotContainsString('Entre nous', $page);
		$dates = $this->data('GET', "/members/$this->paulette/call-sheet", 'romain')['groups'];
		self::assertSame([str_replace(' :', "\u{a0}:", $date)], array_column($dates, 'dates', 'title')['Eau de pluie']);
		$this->later(30 * 86_400);
		self::assertStringNotContainsString('Choisir la pompe', $this->page('own/' . $this->link()));
	}

	public function testTheLinkIsOnlyMailed(): void {
		$known = $this->page('own', ['email' => self::ADDRESS]);
		self::assertSame($known, $this->page('own', ['email' => 'inconnue@example.org']));
		self::assertSame($known, $this->page('own', ['email' => 'odile@example.org']));
		self::assertStringNotContainsString('/own/', $known);
		self::assertStringContainsString('ni fiche d’une personne sans compte', $this->mailed('inconnue@example.org')[0]['plain']);
		self::assertStringNotContainsString('/own/', $this->mailed('odile@example.org')[0]['plain']);
		self::assertStringContainsString('/own/', $this->mailed(self::ADDRESS)[0]['plain']);
		foreach (range(1, 5) as $_) {
			$this->page('own', ['email' => 'Paulette@example.org']);
		}
		self::assertCount(1, $this->kernel->mails() === [] ? [] : [...$this->mailed(self::ADDRESS), ...$this->mailed('Paulette@example.org')]);
		self::assertStringContainsString('Rien n’a été envoyé', $this->page('own', ['email' => 'pas une adresse']));
	}

	public function testALinkExpiresAndCanBeEnded(): void {
		$first = $this->link();
		$this->later(3600);
		$second = $this->link();
		self::assertNotSame($first, $second);
		$this->page("own/$first");

		self::assertStringContainsString('ne fonctionne plus', $this->page("own/$second", ['answer' => 'end-link']));
		$this->page("own/$first", status: 404);
		$this->page("own/$second/card", status: 404);
		$this->later(86_400);
		$third = $this->link();
		$this->later(OwnLinks::LIFETIME);
		$this->page("own/$third");
		$this->later(1);
		self::assertStringContainsString('Recevoir un nouveau lien', $this->page("own/$third", status: 404));
		$this->kernel->runJob(DeleteExpired::class);
		self::assertSame([], $this->rows('SELECT id FROM `*PREFIX*reseau_own_links`'));
	}

	public function testALinkEndsWithTheAddressTheCardAndTheAccount(): void {
		$token = $this->link();
		$card = $this->data('GET', "/members/$this->paulette", 'romain');
		$this->data('PUT', "/members/$this->paulette", 'romain', ['contact' => ['email' => 'autre@example.org'], 'version' => $card['version']]);
		$this->page("own/$token", status: 404);
		$token = $this->link('autre@example.org');
		$this->page("own/$token");
		$this->data('DELETE', "/members/$this->paulette", 'romain', ['version' => $card['version'] + 1]);
		$this->page("own/$token", status: 404);
		self::assertSame([], $this->rows('SELECT id FROM `*PREFIX*reseau_own_links`'));
	}

	public function testADraftHasNone(): void {
		$this->data('POST', '/members', 'romain', ['name' => 'Pas Encore', 'contact' => ['email' => 'pas.encore@example.org']], 201);
		$this->page('own', ['email' => 'pas.encore@example.org']);
		self::assertStringNotContainsString('/own/', $this->mailed('pas.encore@example.org')[0]['plain']);
	}

	public function testTwoPeopleWithOneAddressHaveALinkEach(): void {
		$this->keptCard('romain', ['name' => 'Raymond Serres', 'contact' => ['email' => 'PAULETTE@example.org']]);
		$this->page('own', ['email' => self::ADDRESS]);
		preg_match_all('~/own/(\w{32})~', $this->mailed(self::ADDRESS)[0]['plain'], $found);
		$tokens = array_values(array_unique($found[1]));
		self::assertCount(2, $tokens);
		self::assertStringContainsString('Paulette Serres', $this->page("own/$tokens[0]"));
		self::assertStringContainsString('Raymond Serres', $this->page("own/$tokens[1]"));
	}

	public function testTheLinkOfALetterOpensNothingButSendsTheLink(): void {
		$token = $this->link();
		$this->page("own/$token", ['answer' => 'letter-start']);
		$letter = basename($this->subscriptions()->leaveUrl($this->readers()[0]->id));
		self::assertStringEndsWith("/own/$letter", $this->subscriptions()->ownPageUrl($this->readers()[0]->id));

		foreach ([null, ['answer' => 'leave-now'], ['answer' => 'letter-stop']] as $body) {
			$page = $this->page("own/$letter", $body);
			self::assertStringContainsString('Envoyer le lien à p…@example.org', $page);
			self::assertStringNotContainsString('Serres', $page);
		}
		$this->page("own/$letter/card", status: 404);
		self::assertSame([self::ADDRESS], $this->addresses());
		$this->later(3600);
		$this->page("own/$letter", ['answer' => 'send']);
		self::assertNotSame($token, $this->token('own', self::ADDRESS));
	}

	public function testAPersonWithALinkLearnsThatNoEmailIsSent(): void {
		$token = $this->link();
		$this->page("own/$token", ['answer' => 'letter-start']);
		$letter = basename($this->subscriptions()->leaveUrl($this->readers()[0]->id));
		$sent = count($this->mailed(self::ADDRESS));

		$page = $this->page("own/$letter", ['answer' => 'send']);
		self::assertStringContainsString('Rien n’a été envoyé', $page);
		self::assertStringContainsString('Envoyer le lien à p…@example.org', $page);
		self::assertCount($sent, $this->mailed(self::ADDRESS));
		self::assertStringNotContainsString('Rien n’a été envoyé', $this->page('own', ['email' => self::ADDRESS]), 'typing an address alone gives no hint');
		$this->later(900);
		self::assertStringNotContainsString('Rien n’a été envoyé', $this->page("own/$letter", ['answer' => 'send']));
		self::assertCount($sent + 1, $this->mailed(self::ADDRESS));
		try {
			$this->kernel->get(AskForPage::class)->ask(self::ADDRESS, true);
			self::fail('An email was sent');
		} catch (ReasonException $e) {
			self::assertSame('mailed_lately', $e->reason);
		}
	}

	public function testAStrangerUsesUpNobodysEmails(): void {
		$this->kernel->get(Network::class)->setTakesSubscriptions(true);
		$this->kernel->config['ratelimit.protection.enabled'] = true;
		$type = fn (string $path): string => $this->kernel->request('POST', "/index.php/apps/reseau/$path", null, http_build_query(['email' => self::ADDRESS]), ['content-type' => 'application/x-www-form-urlencoded'])->body;
		$answers = [];
		foreach (range(1, 9) as $_) {
			$answers[] = [$type('subscribe'), $type('own')];
			$this->later(900);
		}
		self::assertCount(1, array_unique($answers, SORT_REGULAR), 'what the pages say does not depend on it');
		self::assertSame(['subscribe' => 2, 'own' => 2], $this->linksMailed(), 'one network has half of each sort sent');

		// From another network.
		$token = $this->link();
		self::assertSame(['subscribe' => 2, 'own' => 3], $this->linksMailed());
		$this->page("own/$token", ['answer' => 'letter-start']);
		$letter = basename($this->subscriptions()->leaveUrl($this->readers()[0]->id));
		foreach (range(1, 9) as $_) {
			$this->later(900);
			$this->kernel->resetLimits();
			$type('own');
		}
		self::assertSame(4, $this->linksMailed()['own'], 'all networks together have few sent');
		$this->page("own/$letter", ['answer' => 'send']);
		self::assertSame(5, $this->linksMailed()['own'], 'who has a link of another mail has more');
	}

	/** @return array<string, int> mails to the address, by the page they lead to */
	private function linksMailed(): array {
		$in = fn (string $page): int => count(array_filter($this->mailed(self::ADDRESS), static fn (array $mail): bool => str_contains($mail['plain'], "/$page/")));
		return ['subscribe' => $in('subscribe'), 'own' => $in('own')];
	}

	public function testTheLetterAndEverythingSaidAboutIt(): void {
		$token = $this->link();
		self::assertStringContainsString('Vous recevez la lettre.', $this->page("own/$token", ['answer' => 'letter-start']));
		self::assertSame([self::ADDRESS], $this->addresses());
		self::assertStringContainsString('vous ne recevez plus la lettre', $this->page("own/$token", ['answer' => 'letter-stop']));
		self::assertSame([], $this->addresses());
		self::assertStringContainsString('Plus de lettre', $this->page("own/$token"));
	}

	public function testCorrectsTheCard(): void {
		$token = $this->link();
		$form = $this->form($token);
		self::assertSame(['La laine', 'Un métier à tisser', 'Un four', '', 'groups', '0561020304'], [$form['drives'], $form['seeks-0'], $form['seeks-1'], $form['seeks-2'], $form['audience-limits'], $form['phone']]);

		$page = $this->page("own/$token/card", ['drives' => "La laine,\r\net le lin", 'seeks-1' => '', 'seeks-2' => 'Un rouet', 'audience-limits' => 'members', 'phone' => '0561050607'] + $form);

		self::assertStringContainsString('Enregistré', $page);
		self::assertStringContainsString('Pas le soir', $page);
		$card = $this->data('GET', "/members/$this->paulette", 'romain');
		self::assertSame("La laine,\net le lin", $card['drives']);
		self::assertSame([['text' => 'Un métier à tisser', 'terms' => ['permaculture']], ['text' => 'Un rouet', 'terms' => []]], $card['seeks']);
		self::assertSame(['email' => self::ADDRESS, 'phone' => '0561050607'], $card['contact']);
		self::assertSame(['ecoute'], $card['values']);
	}

	public function testThePageAfterACorrectionIsTheOwnPage(): void {
		$token = $this->link();
		$form = $this->form($token);
		$page = $this->page("own/$token/card", ['drives' => 'Le lin'] + $form);
		self::assertSame(substr_count($page, '<form '), substr_count($page, "action=\"/apps/reseau/own/$token\""), $page);
	}

	public function testWhatTheKeeperChangedMeanwhileStays(): void {
		$token = $this->link();
		$form = $this->form($token);
		$card = $this->data('GET', "/members/$this->paulette", 'romain');
		$this->data('PUT', "/members/$this->paulette", 'romain', ['headline' => 'Fileuse', 'drives' => 'Le chanvre', 'version' => $card['version']]);

		self::assertStringContainsString('Enregistré', $this->page("own/$token/card", ['limits' => 'Pas le matin'] + $form));
		$now = $this->data('GET', "/members/$this->paulette", 'romain');
		self::assertSame(['Fileuse', 'Le chanvre', 'Pas le matin'], [$now['headline'], $now['drives'], $now['limits']]);

		$page = $this->page("own/$token/card", ['drives' => 'Le lin', 'limits' => 'Jamais'] + $form);
		foreach (['Rien n’est encore enregistré', 'Le chanvre', 'Le lin', 'Jamais'] as $shown) {
			self::assertStringContainsString($shown, $page);
		}
		self::assertSame('Le chanvre', $this->data('GET', "/members/$this->paulette", 'romain')['drives']);
		$again = $this->fields($page);
		self::assertSame('Fileuse', $again['headline'], 'untouched fields are as they are now');
		self::assertStringContainsString('Enregistré', $this->page("own/$token/card", $again + ['drives' => 'Le lin']));
	}

	public function testWhatIsTypedStaysWithItsLine(): void {
		$token = $this->link();
		$form = $this->form($token);
		$seeks = fn (): array => array_column($this->data('GET', "/members/$this->paulette", 'romain')['seeks'], 'text');
		$keeper = function (string ...$texts): void {
			$card = $this->data('GET', "/members/$this->paulette", 'romain');
			$this->data('PUT', "/members/$this->paulette", 'romain', ['seeks' => array_map(static fn (string $text): array => ['text' => $text, 'terms' => []], $texts), 'version' => $card['version']]);
		};

		$keeper('Un four');
		self::assertStringContainsString('Enregistré', $this->page("own/$token/card", ['seeks-1' => 'Un four à pain', 'seeks-2' => 'Un rouet'] + $form), 'one line was removed');
		self::assertSame(['Un four à pain', 'Un rouet'], $seeks());
		$this->page("own/$token/card", ['seeks-1' => 'Un four à pain', 'seeks-2' => 'Un rouet'] + $form);
		self::assertSame(['Un four à pain', 'Un rouet'], $seeks(), 'pressed twice');

		$form = $this->form($token);
		$keeper('Un four à pain', 'Un rouet', 'Une remorque');
		$this->page("own/$token/card", ['seeks-2' => 'Un tamis'] + $form);
		self::assertSame(['Un four à pain', 'Un rouet', 'Une remorque', 'Un tamis'], $seeks(), 'one line was added');

		$form = $this->form($token);
		$keeper('Une remorque');
		$page = $this->page("own/$token/card", ['seeks-0' => 'Un grand four', 'seeks-1' => '', 'seeks-2' => 'Une petite remorque'] + $form);
		self::assertStringContainsString('Rien n’est encore enregistré', $page, 'the line that was changed is gone');
		$again = $this->fields($page);
		self::assertSame(['Une petite remorque', 'Un grand four'], [$again['seeks-0'], $again['seeks-1']]);
		$this->page("own/$token/card", $again);
		self::assertSame(['Une petite remorque', 'Un grand four'], $seeks());
	}

	public function testBadInputOnTheCardIsGivenBack(): void {
		$token = $this->link();
		$form = $this->form($token);
		foreach ([['name' => ' '], ['drives' => str_repeat('a', 4001)], ['website' => 'javascript:alert(1)'], ['limits' => "a\0b"], ['audience-drives' => 'all'], ['limits' => "\xFF"]] as $bad) {
			self::assertStringContainsString('Rien n’est encore enregistré', $this->page("own/$token/card", $bad + ['limits' => 'Le soir aussi'] + $form), json_encode($bad, JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR));
		}
		self::assertSame('Pas le soir', $this->data('GET', "/members/$this->paulette", 'romain')['limits']);
		self::assertStringContainsString('Rien n’a changé', $this->page("own/$token/card", $form));
		self::assertStringContainsString('Rien n’est encore enregistré', $this->page("own/$token/card", ['drives' => 'Sans avoir lu le formulaire']));
	}

	public function testLeavesEverything(): void {
		$this->subscribes(self::ADDRESS, 'Paulette');
		$this->later(3600);
		$token = $this->link();
		$this->page("own/$token", ['answer' => 'letter-start']);

		self::assertStringContainsString('Tout quitter ?', $this->page("own/$token", ['answer' => 'leave']));
		self::assertSame('Paulette Serres', $this->data('GET', "/members/$this->paulette", 'romain')['name'], 'the first press only asks');
		self::assertStringContainsString('La fiche est supprimée', $this->page("own/$token", ['answer' => 'leave-now']));

		$this->data('GET', "/members/$this->paulette", 'romain', null, 404);
		self::assertSame([], $this->addresses());
		self::assertSame([], $this->rows('SELECT id FROM `*PREFIX*reseau_own_links`'));
		$left = $this->rows('SELECT state, name, address, token FROM `*PREFIX*reseau_subscribers`');
		self::assertSame([['state' => 'off', 'name' => null, 'address' => null, 'token' => null]], $left, 'also what they had by their address alone');
		$this->page("own/$token", status: 404);
		$this->page("own/$token", ['answer' => 'leave-now'], 404);
		$this->assertRefused(422, 'refused', 'POST', '/members', 'romain', ['name' => 'Paulette', 'contact' => ['email' => self::ADDRESS]]);
	}

	public function testAPersonWithOnlyTheLetterCanLeaveEverything(): void {
		$this->subscribes('berthe@example.org', 'Berthe');
		$this->later(3600);
		$token = $this->link('berthe@example.org');
		self::assertStringContainsString('Il n’y a pas de fiche sur vous', $this->page("own/$token"));
		self::assertStringContainsString('Votre nom est enregistré', $this->page("own/$token", ['answer' => 'rename', 'name' => "Berthe\nFournil"]));
		self::assertSame('Berthe Fournil', $this->readers()[0]->name);
		$this->page("own/$token/card", status: 404);

		$this->page("own/$token", ['answer' => 'leave']);
		self::assertSame(['berthe@example.org'], $this->addresses());
		self::assertStringContainsString('Tout est supprimé', $this->page("own/$token", ['answer' => 'leave-now']));
		$this->page("own/$token", status: 404);
		self::assertSame([], $this->addresses());
		$left = $this->rows('SELECT state, name, address, token FROM `*PREFIX*reseau_subscribers`');
		self::assertSame([['state' => 'off', 'name' => null, 'address' => null, 'token' => null]], $left);
		self::assertSame([], $this->rows('SELECT id FROM `*PREFIX*reseau_consents` WHERE subscriber_id IS NOT NULL'));
	}

	public function testTheLinkOfTheirAgreementOpensIt(): void {
		$berthe = $this->data('POST', '/members', 'romain', ['name' => 'Berthe Fournil', 'contact' => ['email' => 'berthe@example.org']], 201)['id'];
		$this->data('POST', "/members/$berthe/consent-mail", 'romain', null, 201);
		$token = $this->token('consent', 'berthe@example.org');
		self::assertStringContainsString('Personne d’autre ne voit cette fiche', $this->page("consent/$token"));
		$this->page("own/$token", status: 404);

		$page = $this->page("consent/$token", ['answer' => 'accept', 'version' => '1']);
		self::assertStringContainsString('Votre page dans La Cordée', $page);
		self::assertStringContainsString('par le lien envoyé à votre adresse', $page);
		self::assertStringNotContainsString('Mettre fin à ce lien', $page, 'it has to work as long as the card is kept');
		self::assertStringContainsString('Votre page dans La Cordée', $this->page("consent/$token"));
		$this->page("own/$token", ['answer' => 'leave-now']);
		$this->data('GET', "/members/$berthe", 'romain', null, 404);
	}

	public function testTheLinkOfTheirAgreementStaysWithItsAddress(): void {
		$card = $this->data('POST', '/members', 'romain', ['name' => 'Berthe Fournil', 'contact' => ['email' => 'berthe@example.org']], 201);
		$this->data('POST', "/members/{$card['id']}/consent-mail", 'romain', null, 201);
		$token = $this->token('consent', 'berthe@example.org');
		$this->page("consent/$token", ['answer' => 'accept', 'version' => '1']);

		$card = $this->data('GET', "/members/{$card['id']}", 'romain');
		$card = $this->data('PUT', "/members/{$card['id']}", 'romain', ['contact' => ['email' => 'fournil@example.org'], 'version' => $card['version']]);
		foreach (["own/$token", "consent/$token"] as $path) {
			$page = $this->page($path);
			self::assertStringContainsString('f…@example.org', $page);
			self::assertStringNotContainsString('Berthe', $page, 'the owner of the old mailbox learns nothing');
		}
		self::assertStringNotContainsString('supprimée', $this->page("own/$token", ['answer' => 'leave-now']));
		$this->page("own/$token/card", ['name' => 'Autre', 'was-name' => ''], 404);
		$this->page("own/$token", ['answer' => 'send']);
		self::assertStringContainsString('Berthe Fournil', $this->page('own/' . $this->token('own', 'fournil@example.org')));

		$this->data('PUT', "/members/{$card['id']}", 'romain', ['contact' => ['phone' => '0561050607'], 'version' => $card['version']]);
		self::assertStringContainsString('Berthe Fournil', $this->page("own/$token"), 'without any address, no other link leads to it');
		self::assertStringContainsString('Arrêter la lettre', $this->page("own/$token", ['answer' => 'letter-start']));
		$this->data('PUT', "/members/{$card['id']}", 'romain', ['contact' => ['email' => 'berthe@example.org'], 'version' => $card['version'] + 1]);
		self::assertSame([], $this->addresses(), 'they said yes to what is brought to them');
		self::assertStringContainsString('Je veux la lettre', $this->page("own/$token"));
	}

	public function testALinkThatWasSentElsewhereAndNotAnsweredOpensNothing(): void {
		$card = $this->data('POST', '/members', 'romain', ['name' => 'Berthe Fournil', 'contact' => ['email' => 'betre@example.org']], 201);
		$this->data('POST', "/members/{$card['id']}/consent-mail", 'romain', null, 201);
		$token = $this->token('consent', 'betre@example.org');
		$this->data('PUT', "/members/{$card['id']}", 'romain', ['contact' => ['phone' => '0561050607'], 'version' => $card['version']]);
		$this->data('POST', "/members/{$card['id']}/consent", 'romain', ['date' => '2026-11-20', 'how' => 'Sur papier']);

		$this->page("own/$token", status: 404);
		$this->page("own/$token", ['answer' => 'leave-now'], 404);
		$this->page("consent/$token", status: 404);
		$this->page("consent/$token", ['answer' => 'refuse'], 404);
		self::assertSame('Berthe Fournil', $this->data('GET', "/members/{$card['id']}", 'romain')['name']);
	}

	public function testTheLinksOfMessagesAndNoticesOnlySendTheLink(): void {
		$berthe = $this->data('POST', '/members', 'romain', ['name' => 'Berthe Fournil', 'contact' => ['email' => 'berthe@example.org']], 201)['id'];
		$this->data('POST', "/members/$berthe/consent-mail", 'romain', null, 201);
		$own = $this->token('consent', 'berthe@example.org');
		$this->page("consent/$own", ['answer' => 'accept', 'version' => '1']);
		$this->data('POST', "/members/$berthe/conversations", 'odile', ['text' => 'Bonjour Berthe', 'key' => 'message-key'], 201);
		$notice = $this->data('POST', '/notices', 'odile', ['kind' => 'offer', 'title' => 'Un pressoir', 'key' => 'notice-key'], 201)['id'];
		$reply = $this->token('reply', 'berthe@example.org');
		$this->data('POST', "/members/$berthe/notices/$notice", 'romain', ['seen' => $this->data('GET', "/members/$berthe/notices/$notice", 'romain')['mail']['seen']], 201);
		$passed = $this->token('passed', 'berthe@example.org');

		foreach (["reply/$reply" => $reply, "passed/$passed" => $passed] as $page => $token) {
			self::assertStringContainsString("/own/$token\"", $this->page($page));
			$locked = $this->page("own/$token", ['answer' => 'leave-now']);
			self::assertStringContainsString('Envoyer le lien à b…@example.org', $locked);
			self::assertStringNotContainsString('Fournil', $locked);
		}
		$page = $this->page("own/$own");
		self::assertStringContainsString("/reply/$reply\"", $page);
		self::assertStringContainsString('Messages avec Odile Vidal', $page);

		$this->page("own/$own", ['answer' => 'notices-stop']);
		$this->page("reply/$reply", ['answer' => 'stop']);
		$page = $this->page("own/$own");
		self::assertStringContainsString('la personne qui tient votre fiche les a', $page);
		self::assertStringContainsString('Plus d’annonces par courriel', $page);
		self::assertStringContainsString('Plus de courriels d’un échange', $page);
		$this->page("own/$own", ['answer' => 'notices-again']);
		self::assertSame(['card', 'notices_ended', 'messages_ended', 'notices'], array_column($this->data('GET', "/members/$berthe/export", 'romain')['consents'], 'what'));
	}

	public function testHowManyConversationsThereAreMakesNoDifferenceToTheDatabase(): void {
		$this->card('linh', ['name' => 'Linh Bastide']);
		$token = $this->link();
		$page = '';
		$reads = [];
		foreach (['odile' => '24 novembre 2026', 'linh' => '25 novembre 2026'] as $uid => $day) {
			$this->data('POST', "/members/$this->paulette/conversations", $uid, ['text' => 'Bonjour Paulette', 'key' => "message-$uid"], 201);
			$reads[] = $this->countReads('reseau_messages', function () use ($token, &$page): void {
				$page = $this->page("own/$token");
			});
			self::assertStringContainsString($day, $page);
			$this->later(86_400);
		}
		self::assertSame([1, 1], $reads);
	}

	/** @return array<string, string> the fields of the form to correct a card, as a browser sends them untouched */
	private function form(string $token): array {
		return $this->fields($this->page("own/$token/card"));
	}

	/** @return array<string, string> */
	private function fields(string $page): array {
		preg_match_all('~<input[^>]* name="([^"]+)"[^>]* value="([^"]*)"~', $page, $inputs);
		preg_match_all('~<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)</textarea>~', $page, $texts);
		preg_match_all('~<select[^>]* name="([^"]+)">(.*?)</select>~s', $page, $selects);
		$chosen = array_map(static fn (string $options): string => preg_match('~value="(\w+)" selected~', $options, $found) === 1 ? $found[1] : '', $selects[2]);
		return array_combine($selects[1], $chosen) + array_combine($texts[1], $texts[2]) + array_combine($inputs[1], $inputs[2]);
	}

	private function groupOf(string $uid, string $title): int {
		$group = $this->data('POST', '/groups', $uid, ['title' => $title], 201)['id'];
		$this->data('POST', "/groups/$group/people", $uid, ['memberId' => $this->paulette, 'how' => 'De vive voix'], 201);
		return $group;
	}
}
