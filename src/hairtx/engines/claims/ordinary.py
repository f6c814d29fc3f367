"""Words that are names to some and ordinary to all: what a name must look like before it counts."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


WORDS = _words(
    """
    style crown regain hope brave focus clear current revive restore renew harmony align orbis amma mandi bica spiro scalp azure signal fast up
    headline
    iron fer sun concert cosmo horizon legacy arena eclipse rigel merck freedom triple target summit zenith apex omega alpha beta nova vita
    prime pure shine bloom laser lasers steroid steroids vitamin vitamins supplement supplements biologic biologics antibody antibodies
    transplant transplants herb herbs botanical botanicals cosmetic cosmetics platelet platelets cloning needling camouflage concealers
    immunotherapy immunotherapies mitochondria mitochondrial prostaglandin prostaglandins vasodilator vasodilators cortisone immunosuppressant
    immunosuppressants jak balding eczema arthritis psoriasis glaucoma hypertension dandruff acne coronavirus covid polynucleotides caffeine
    cooling caps foam mint onion rosemary pumpkin grande bosley keeps him hers roman hims follicle follicles hair loss drug pill cream gel serum
    shampoo lotion spray device cap comb band helmet therapy treatment system company
    """
)
"""A name that is one such word counts only in its own capitals or beside a word of its trade."""

GENERIC_GROUPS = _words(
    """
    steroid steroids vitamin vitamins supplement supplements biologic biologics antibody antibodies transplants transplant herb herbs cosmetic
    cosmetics platelets platelet cloning needling camouflage concealers mitochondria mitochondrial prostaglandin prostaglandins vasodilator
    vasodilators cortisone laser lasers botanical botanicals immunotherapy immunotherapies dietarysupplements naturalremedies naturaltreatments
    hairproducts hairclinics hairclinic herbalremedies essentialoils hormoneblockers cosmeticproducts plantextracts hairvitamins
    immunosuppressants immunosuppressant hairsurgery hairrestoration hairlossclinics newhairfollicles follicleregeneration
    follicularregeneration hairfollicleregeneration genesilencing energydevices hairgrowthoil total hairsupplements foodsupplements
    monoclonalantibodies monoclonalantibody antibodydrugs plateletconcentrate lashserum eyelashserum conditionedmedium extracellularvesicles
    metabolicdrugs hairtransplantclinics nutritionalsupplements hairimplantation biologicdrugs immunesuppressants hairrestorationprogrammes
    hairrestorationprograms stemcells stemcell
    """
)
"""Names of families that, alone, say too little to be taken as speaking of the family."""

HAIR = _words(
    """
    hair hairs hairline haired alopecia bald balding baldness scalp follicle follicles follicular lash lashes eyelash eyelashes eyebrow eyebrows
    shedding regrowth regrow thinning norwood ludwig androgenetic androgenic hairloss effluvium salt dermatologist toupee wig wigs greffe
    cheveux haar haare haarausfall cabello
    """
)
"""Words by which a text shows that it speaks of hair."""

ANIMALS = _words("dog dogs cat cats pet pets puppy puppies kitten kittens horse horses veterinary veterinarian vet canine feline rabbit rabbits fur")
"""Words by which it shows that the hair is an animal's."""
