import cProfile,pstats,sys
from provider_codes_generator.pages.readers import read
text={'sp':"a"+" "*20000+"b",'colon':"a::\n"*20000}[sys.argv[1]]
pr=cProfile.Profile(); pr.enable()
try: read(text)
except Exception as e: print(e)
pr.disable(); pstats.Stats(pr).sort_stats('tottime').print_stats(8)
